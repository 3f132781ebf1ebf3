using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Testing;

public sealed partial class TestData
{
    /// <summary>Moves a quarter on by the steps the design draws, until it is <paramref name="state"/>.</summary>
    public Task<bool> AdvancePeriodAsync(TestPartnership partnership, Guid periodId, PeriodState state) => InTenantAsync(partnership.Id, async database =>
    {
        var period = await database.ReportingPeriods.FirstAsync(p => p.Id == periodId);
        while (period.State != state)
        {
            period.Become(period.State + 1);
        }

        return true;
    });

    /// <summary>An update of the contributor's that the partnership lead accepted.</summary>
    public Task<Guid> AcceptUpdateAsync(
        TestPartnership partnership, TestPlan plan, Guid projectId, Action<ProgressUpdate>? change = null, Guid? periodId = null) =>
        InTenantAsync(partnership.Id, async database =>
        {
            var update = new ProgressUpdate
            {
                PeriodId = periodId ?? plan.PeriodId,
                ProjectId = projectId,
                State = UpdateState.Accepted,
                Status = ProjectStatus.InProgress,
                RagProposed = "at-risk",
                RagAccepted = "at-risk",
                SubmittedByUserId = partnership.Contributor.Id,
                ReviewedByUserId = partnership.Lead.Id,
                ReviewedAt = DateTimeOffset.UtcNow,
                SavedAt = DateTimeOffset.UtcNow,
            };
            change?.Invoke(update);
            update.Entries.Add(new UpdateEntry
            {
                ProjectId = projectId,
                AgencyId = plan.AgencyId,
                AuthorUserId = update.SubmittedByUserId,
                Text = $"Update {partnership.Canary}",
                DateText = "27 October 2020",
            });
            if (update.State == UpdateState.Accepted)
            {
                var project = await database.Projects.FirstAsync(p => p.Id == projectId);
                project.Rag = update.RagAccepted;
                project.RagAcceptedAt = update.ReviewedAt;
            }

            database.Add(update);
            return update.Id;
        });

    /// <summary>The quarter after the plan's first.</summary>
    public Task<Guid> CreateNextPeriodAsync(TestPartnership partnership, TestPlan plan) => InTenantAsync(partnership.Id, database =>
    {
        var period = new ReportingPeriod
        {
            PlanId = plan.Id,
            Title = "October to December 2020",
            From = new DateOnly(2020, 10, 1),
            To = new DateOnly(2020, 12, 31),
            OpensOn = new DateOnly(2021, 1, 1),
            DueOn = new DateOnly(2021, 1, 30),
        };
        database.Add(period);
        return Task.FromResult(period.Id);
    });

    /// <summary>One more role for somebody, who may be new to the partnership.</summary>
    public Task<bool> AddRoleAsync(TestPartnership partnership, TestPerson person, PartnershipRole role, string? capacity = null) =>
        InTenantAsync(partnership.Id, database =>
        {
            database.Add(new Membership { UserId = person.Id, Role = role, Capacity = capacity });
            return Task.FromResult(true);
        });

    /// <summary>Moves a project's deadline, with its reason.</summary>
    public Task<bool> SlipAsync(TestPartnership partnership, Guid projectId, string to, string reason) => InTenantAsync(partnership.Id, async database =>
    {
        var project = await database.Projects.FirstAsync(p => p.Id == projectId);
        var moved = DeadlineParser.Parse(to);
        database.Add(new DeadlineSlip
        {
            ProjectId = projectId,
            From = project.Deadline,
            To = moved,
            Reason = reason,
            ByUserId = partnership.Lead.Id,
            At = DateTimeOffset.UtcNow,
        });
        project.Deadline = moved;
        return true;
    });

    /// <summary>A delegate of a chief officer, with days counted from today in the partnership's zone.</summary>
    public Task<Guid> DelegateAsync(TestPartnership partnership, TestPerson officer, TestPerson person, int from = 0, int until = 0) =>
        InTenantAsync(partnership.Id, async database =>
        {
            var zone = await database.Partnerships.Where(p => p.Id == partnership.Id).Select(p => p.TimeZone).SingleAsync();
            var today = DateFormat.LocalDay(DateTimeOffset.UtcNow, zone);
            var delegation = new ApprovalDelegation
            {
                OfficerUserId = officer.Id,
                DelegateUserId = person.Id,
                From = today.AddDays(from),
                Until = today.AddDays(until),
                NamedAt = DateTimeOffset.UtcNow,
            };
            database.Add(delegation);
            return delegation.Id;
        });
}
