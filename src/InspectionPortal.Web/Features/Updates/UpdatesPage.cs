using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

public sealed record UpdatesPage(
    CardPeriod? Period, IReadOnlyList<CardPeriod> Periods, IReadOnlyList<UpdateGroup> Groups, IReadOnlyList<UpdateLine> Disagreements,
    IReadOnlyDictionary<UpdateStanding, int> Counts, int Projects, UpdateStanding? Show, bool IsPastDue, bool HasPlan)
{
    /// <summary>Who owes updates while the period is open; empty afterwards.</summary>
    public IReadOnlyList<OwedUpdates> Owed { get; init; } = [];

    /// <summary>Today's day in the partnership's zone, for whom the lead has asked today.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Those whom "Remind" writes to now: nobody twice a day.</summary>
    public IReadOnlyList<OwedUpdates> ToRemind => [.. Owed.Where(p => p.AskedByLeadOn != Today)];

    /// <summary>True where reminding is the next step: before the due date, while someone can still be asked today.</summary>
    public bool RemindsNext => Next is null && !IsPastDue && ToRemind.Count > 0;

    /// <summary>True where closing is the next step: after the due date, or once every item has an update.</summary>
    public bool ClosesNext => Next is null && (IsPastDue || Answered == Projects);

    /// <summary>True while updates can be accepted.</summary>
    public bool CanAccept => Period?.State is PeriodState.Open or PeriodState.WithLead;

    public int Answered => Count(UpdateStanding.WaitingForReview) + Count(UpdateStanding.Accepted);

    public int Count(UpdateStanding standing) => Counts.GetValueOrDefault(standing);

    /// <summary>The next thing to review, in the order of the plan.</summary>
    public UpdateLine? Next =>
        Disagreements.Concat(Groups.SelectMany(g => g.Lines)).FirstOrDefault(l => l.Standing == UpdateStanding.WaitingForReview);
}
