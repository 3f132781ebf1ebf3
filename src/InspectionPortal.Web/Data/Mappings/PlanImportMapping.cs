using InspectionPortal.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class PlanImportMapping : IEntityTypeConfiguration<PlanImport>
{
    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.BelongsTo(i => i.Plan, nameof(PlanImport.PlanId));
        builder.Property(i => i.Choices).HasConversion<JsonColumnConverter<ImportChoices>, JsonColumnComparer<ImportChoices>>().HasColumnType("jsonb");
        builder.Property(i => i.Agreed).HasConversion<JsonColumnConverter<ImportAgreed>, JsonColumnComparer<ImportAgreed>>().HasColumnType("jsonb");
        builder.Property(i => i.Done).HasConversion<JsonColumnConverter<ImportDone>, JsonColumnComparer<ImportDone>>().HasColumnType("jsonb");
    }
}
