using InspectionPortal.Web.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder) =>
        builder.ToTable(t => t.HasCheckConstraint("ck_audit_heads_one_row", "id = '00000000-0000-0000-0000-000000000000'"));
}
