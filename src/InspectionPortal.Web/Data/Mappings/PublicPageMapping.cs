using InspectionPortal.Domain.Reporting.PublicPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class PublicPageMapping : IEntityTypeConfiguration<PublicPage>
{
    public void Configure(EntityTypeBuilder<PublicPage> builder)
    {
        builder.BelongsTo(p => p.Report, nameof(PublicPage.ReportId));
        builder.HasIndex(p => p.TenantId).IsUnique();
        builder.Property(p => p.Content)
            .HasConversion<JsonColumnConverter<PublicPageContent>, JsonColumnComparer<PublicPageContent>>().HasColumnType("jsonb");
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_public_pages_published",
            "(content is null) = (report_id is null) and (content is null) = (published_at is null) "
            + "and (content is null) = (published_by_user_id is null)"));
    }
}
