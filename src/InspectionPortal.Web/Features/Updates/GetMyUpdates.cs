using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What this person must say: the projects that their responsibilities lead today, in every open period.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record GetMyUpdates : IQuery<MyUpdates>;

/// <summary>Whom to ask is only filled in where there is nothing to show.</summary>
public sealed record MyUpdates(IReadOnlyList<string> Responsibilities, IReadOnlyList<MyPeriod> Periods, bool HasProjects, bool MayAccept, IReadOnlyList<string> WhomToAsk);

/// <summary>One open period: first what is to be answered, then what is.</summary>
public sealed record MyPeriod(CardPeriod Period, IReadOnlyList<UpdateCard> ToAnswer, IReadOnlyList<UpdateCard> Answered, int? DaysPastDue)
{
    /// <summary>So many forms stand open on the page; further items are rows that lead to a page of their own.</summary>
    public const int FormsShown = 10;

    public int Count => ToAnswer.Count + Answered.Count;

    public IEnumerable<UpdateCard> Open => ToAnswer.Take(FormsShown);

    public IEnumerable<UpdateCard> Further => ToAnswer.Skip(FormsShown);

    /// <summary>"4 of 6 answered. The two left are 3.3 and 4.1."</summary>
    public string Progress => ToAnswer.Count switch
    {
        0 => $"{Answered.Count} of {Count} answered.",
        1 => $"{Answered.Count} of {Count} answered. The one left is {ToAnswer[0].Project.Number}.",
        <= 4 => $"{Answered.Count} of {Count} answered. Left are {string.Join(", ", ToAnswer.SkipLast(1).Select(c => c.Project.Number))} and {ToAnswer[^1].Project.Number}.",
        _ => $"{Answered.Count} of {Count} answered.",
    };
}

internal sealed class GetMyUpdatesHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetMyUpdates, MyUpdates?>
{
    public async Task<MyUpdates?> Handle(GetMyUpdates query, CancellationToken cancellationToken)
    {
        var held = database.HeldBy(current.RequiredPerson.UserId, DayWords.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        var responsibilities = await database.LeadResponsibilities.AsNoTracking().Where(r => held.Contains(r.Id))
            .OrderBy(r => r.Name).Select(r => r.Name).ToListAsync(cancellationToken);
        var periods = await UpdateCards.Periods(database.ReportingPeriods.Where(p => p.State == PeriodState.Open)).ToListAsync(cancellationToken);
        var mine = database.Projects.Where(p => p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)));
        var cards = responsibilities.Count == 0 || periods.Count == 0
            ? []
            : await new UpdateCards(database, current, clock, time).ReadAsync(mine, periods, cancellationToken);
        var hasProjects = cards.Count > 0
            || (responsibilities.Count > 0 && await mine.AnyAsync(p => p.NoActionNeededReason == null && p.Status != ProjectStatus.Stopped, cancellationToken));
        var mayAccept = current.RequiredTenant.Has(Permission.AcceptUpdates);
        return new MyUpdates(
            responsibilities, [.. periods.Select(p => Period(p, cards)).Where(p => p.Count > 0)], hasProjects, mayAccept,
            cards.Count > 0 ? [] : await LeadsAsync(cancellationToken));
    }

    private MyPeriod Period(CardPeriod period, IReadOnlyList<UpdateCard> cards)
    {
        var own = cards.Where(c => c.Period.Id == period.Id && (c.IsAnswered || c.Project.Status != ProjectStatus.Stopped)).ToList();
        return new MyPeriod(
            period,
            [.. own.Where(c => !c.IsAnswered).OrderBy(c => c.Stored?.State == UpdateState.SentBack ? 0 : 1)
                .Select(c => c with { Prefix = $"u{c.Period.Id:N}{c.Project.Id:N}-" })],
            [.. own.Where(c => c.IsAnswered)], clock.Today > period.DueOn ? clock.Today.DayNumber - period.DueOn.DayNumber : null);
    }

    private Task<List<string>> LeadsAsync(CancellationToken cancellationToken) =>
        database.Memberships.AsNoTracking().Where(m => m.Role == PartnershipRole.PartnershipLead && !m.User!.IsDisabled)
            .OrderBy(m => m.User!.DisplayName).Select(m => m.User!.DisplayName).ToListAsync(cancellationToken);
}
