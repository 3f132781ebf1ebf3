using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What would be in the report if the quarter were submitted now, and what would be missing.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record PrepareQuarter(Guid PeriodId) : IQuery<QuarterToSubmit>;

internal sealed class PrepareQuarterHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<PrepareQuarter, QuarterToSubmit?>
{
    public async Task<QuarterToSubmit?> Handle(PrepareQuarter query, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking().Include(p => p.Plan)
            .FirstOrDefaultAsync(p => p.Id == query.PeriodId, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var projects = await database.Projects.AsNoTracking()
            .Where(p => p.Aim!.PlanId == period.PlanId).AskedIn(period.Id)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Aim!.Number).ThenBy(p => p.Position).ThenBy(p => p.Number)
            .Select(p => new ProjectAnswer(
                p.Id, p.Number, p.Title,
                p.Leads.OrderBy(l => l.Position).Select(l => l.LeadResponsibility!.Name).ToList(),
                p.Updates.Where(u => u.PeriodId == period.Id).Select(u => new UpdateAnswer(u.Id, u.State, u.HelpNeeded != null)).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var signers = await database.Memberships.AsNoTracking().Where(m => m.Role == PartnershipRole.ChiefOfficer)
            .Select(m => new { m.UserId, m.Capacity }).ToListAsync(cancellationToken);
        var returned = await ReturnNote.LastAsync(database, period.Id, clock.LocalTimeZone, cancellationToken);
        return new QuarterToSubmit
        {
            PeriodId = period.Id,
            Version = period.Version,
            Title = period.Title,
            PlanTitle = period.Plan!.Title,
            State = period.State,
            DueOn = period.DueOn,
            Quorum = current.RequiredTenant.Partnership.Quorum,
            CanSign = signers.Count(s => s.UserId != current.RequiredPerson.UserId),
            Projects = projects,
            Returned = period.State == PeriodState.WithLead ? returned : null,
        };
    }
}

/// <summary>What the partnership lead sees before submitting.</summary>
public sealed record QuarterToSubmit
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public required Guid PeriodId { get; init; }
    public required uint Version { get; init; }
    public required string Title { get; init; }
    public required string PlanTitle { get; init; }
    public required PeriodState State { get; init; }
    public required DateOnly DueOn { get; init; }
    public required int Quorum { get; init; }

    /// <summary>Chief officers other than the person who would submit.</summary>
    public required int CanSign { get; init; }

    public required IReadOnlyList<ProjectAnswer> Projects { get; init; }
    public required ReturnNote? Returned { get; init; }

    public IEnumerable<ProjectAnswer> Accepted => Projects.Where(p => p.Update?.State == UpdateState.Accepted);
    public IEnumerable<ProjectAnswer> Waiting => Projects.Where(p => p.Update?.State == UpdateState.Submitted);
    public IEnumerable<ProjectAnswer> Missing => Projects.Where(p => p.Update?.State is not (UpdateState.Accepted or UpdateState.Submitted));
}

/// <summary>A project and how its update of the quarter stands.</summary>
public sealed record ProjectAnswer(Guid Id, string Number, string Title, IReadOnlyList<string> Leads, UpdateAnswer? Update)
{
    public string Words => Update?.State switch
    {
        null => "Not started",
        UpdateState.SentBack => "Sent back",
        _ => "Draft",
    };
}

public sealed record UpdateAnswer(Guid Id, UpdateState State, bool AsksForHelp);
