using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Testing;

public sealed partial class TestData
{
    /// <summary>An update of one project in the plan's period, in that state.</summary>
    public Task<Guid> CreateUpdateAsync(
        TestPartnership partnership, TestPlan plan, Guid projectId, UpdateState state, string? rag = "on-track", Action<ProgressUpdate>? change = null) =>
        InTenantAsync(partnership.Id, database =>
        {
            var update = new ProgressUpdate
            {
                PeriodId = plan.PeriodId,
                ProjectId = projectId,
                State = state,
                RagProposed = rag,
                SavedAt = DateTimeOffset.UtcNow,
                SubmittedByUserId = state == UpdateState.Draft ? null : partnership.Contributor.Id,
                SubmittedAt = state == UpdateState.Draft ? null : DateTimeOffset.UtcNow,
            };
            change?.Invoke(update);
            update.Entries.Add(new UpdateEntry { ProjectId = projectId, AgencyId = plan.AgencyId, Text = $"Said {partnership.Canary}", DateText = "Oct 20" });
            database.Add(update);
            return Task.FromResult(update.Id);
        });

    /// <summary>Moves the plan's period along, step by step.</summary>
    public Task MovePeriodAsync(TestPartnership partnership, Guid periodId, params PeriodState[] steps) => InTenantAsync(partnership.Id, async database =>
    {
        var period = await database.ReportingPeriods.FirstAsync(p => p.Id == periodId);
        foreach (var step in steps)
        {
            period.Become(step);
        }

        return true;
    });

    /// <summary>Says until when everybody holds the plan's responsibility.</summary>
    public Task EndResponsibilityAsync(TestPartnership partnership, TestPlan plan, DateOnly until) => InTenantAsync(partnership.Id, async database =>
    {
        foreach (var holder in await database.ResponsibilityHolders.Where(h => h.LeadResponsibilityId == plan.ResponsibilityId).ToListAsync())
        {
            holder.Until = until;
        }

        return true;
    });

    /// <summary>One responsibility more for somebody, in force from a long time ago.</summary>
    public Task HoldAsync(TestPartnership partnership, TestPlan plan, TestPerson person) => InTenantAsync(partnership.Id, database =>
    {
        database.Add(new ResponsibilityHolder { LeadResponsibilityId = plan.ResponsibilityId, UserId = person.Id, From = new DateOnly(2020, 1, 1) });
        return Task.FromResult(true);
    });

    /// <summary>The one update of a project, with its entries, as it is kept.</summary>
    public Task<ProgressUpdate?> ReadUpdateAsync(TestPartnership partnership, Guid projectId) => InTenantAsync(
        partnership.Id,
        database => database.ProgressUpdates.AsNoTracking().Include(u => u.Entries).Include(u => u.Project).SingleOrDefaultAsync(u => u.ProjectId == projectId));
}
