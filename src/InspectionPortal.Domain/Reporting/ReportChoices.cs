namespace InspectionPortal.Domain.Reporting;

/// <summary>What goes into a report beside the plan itself: parts left out, and the decisions sought.</summary>
public sealed record ReportChoices
{
    public static ReportChoices None { get; } = new();

    public IReadOnlyList<ReportPart> LeftOut { get; init; } = [];

    /// <summary>Written by the partnership lead, in their order.</summary>
    public IReadOnlyList<DraftDecision> Decisions { get; init; } = [];

    /// <summary>Proposals that the partnership lead looked at. The others are as <see cref="IsTaken"/> says.</summary>
    public IReadOnlyList<ProposalChoice> Proposals { get; init; } = [];

    /// <summary>
    /// True where a proposal goes into the report. Until somebody chooses, what an update asks help for does, and a later forecast
    /// does not.
    /// </summary>
    public bool IsTaken(Guid projectId, DecisionOrigin origin) =>
        Proposals.FirstOrDefault(p => p.ProjectId == projectId && p.Origin == origin)?.IsTaken ?? origin == DecisionOrigin.HelpNeeded;
}
