using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Identity.Factors;

internal sealed class PortalPasskeyMapping : IEntityTypeConfiguration<PortalPasskey>
{
    public void Configure(EntityTypeBuilder<PortalPasskey> builder)
    {
        builder.Property(p => p.LastUsedAt).IsConcurrencyToken();
        builder.HasIndex(p => p.UserId);
    }
}
