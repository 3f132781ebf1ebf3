using InspectionPortal.Domain.Scrutiny;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ScrutinyRequestMapping : IEntityTypeConfiguration<ScrutinyRequest>
{
    public void Configure(EntityTypeBuilder<ScrutinyRequest> builder)
    {
        builder.BelongsTo(r => r.Recommendation, nameof(ScrutinyRequest.RecommendationId));
        builder.BelongsTo(r => r.EvidenceItem, nameof(ScrutinyRequest.EvidenceItemId));
    }
}
