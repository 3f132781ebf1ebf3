namespace InspectionPortal.Domain.Reporting;

/// <summary>How many chief officers must approve a quarter.</summary>
/// <param name="Number">The number of approvals.</param>
/// <param name="IsChosen">True where the platform administrator set it for the partnership; false where the portal’s own rule gives
/// it.</param>
public sealed record ApprovalQuorum(int Number, bool IsChosen)
{
    private const int DefaultMaximum = 2;

    /// <summary>Why it is that many, to follow "2 approvals"; empty where it was chosen.</summary>
    public string Reason => (IsChosen, Number) switch
    {
        (true, _) => string.Empty,
        (_, DefaultMaximum) => ", because there are two or more chief officers",
        _ => ", because there are fewer than two chief officers",
    };

    /// <summary>
    /// The number set for the partnership, else 2 where two or more chief officers can approve, else 1. It is worked out when the
    /// quarter is submitted and sealed with the report, so that removing a chief officer afterwards does not lower it.
    /// </summary>
    /// <param name="chosen">The partnership’s own setting, or null.</param>
    /// <param name="chiefOfficers">Confirmed chief officers other than the person who submits.</param>
    public static ApprovalQuorum For(int? chosen, int chiefOfficers) =>
        chosen is { } number ? new ApprovalQuorum(number, true) : new ApprovalQuorum(Math.Clamp(chiefOfficers, 1, DefaultMaximum), false);
}
