using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Testing;

public sealed partial class TestData
{
    /// <summary>An update of a project in the plan's period with one entry, in any state, for pages that read.</summary>
    public Task<Guid> CreateUpdateToReadAsync(
        TestPartnership partnership, TestPlan plan, Guid projectId, UpdateState state, string text, Action<ProgressUpdate>? change = null) =>
        InTenantAsync(partnership.Id, database =>
        {
            var update = new ProgressUpdate
            {
                PeriodId = plan.PeriodId,
                ProjectId = projectId,
                State = state,
                Status = ProjectStatus.InProgress,
                SavedAt = DateTimeOffset.UtcNow,
                ReviewedAt = state == UpdateState.Accepted ? DateTimeOffset.UtcNow : null,
            };
            update.Entries.Add(new UpdateEntry { ProjectId = projectId, AgencyId = plan.AgencyId, Text = text, AuthorUserId = partnership.Contributor.Id });
            change?.Invoke(update);
            database.Add(update);
            return Task.FromResult(update.Id);
        });
}
