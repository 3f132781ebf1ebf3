using InspectionPortal.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class TestOfChangeMapping : IEntityTypeConfiguration<TestOfChange>
{
    public void Configure(EntityTypeBuilder<TestOfChange> builder)
    {
        builder.BelongsTo(t => t.Project, nameof(TestOfChange.ProjectId), p => p.TestsOfChange);
        builder.BelongsTo(t => t.Measure, nameof(TestOfChange.MeasureId));
    }
}
