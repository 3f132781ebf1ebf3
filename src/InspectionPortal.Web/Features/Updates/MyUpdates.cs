namespace InspectionPortal.Web.Features.Updates;

/// <summary>Whom to ask is only filled in where there is nothing to show.</summary>
public sealed record MyUpdates(IReadOnlyList<string> Responsibilities, IReadOnlyList<MyPeriod> Periods, bool HasProjects, bool MayAccept,
    IReadOnlyList<string> WhomToAsk)
{
    /// <summary>Closed periods with an update of one of this person's items, the newest first.</summary>
    public IReadOnlyList<CardPeriod> Earlier { get; init; } = [];
}
