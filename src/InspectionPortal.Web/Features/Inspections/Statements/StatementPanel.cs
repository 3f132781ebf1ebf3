namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>What the page of a recommendation says of its position, and what the reader may do about it.</summary>
public sealed record StatementPanel
{
    /// <summary>Nothing said.</summary>
    public static StatementPanel None { get; } = new();

    /// <summary>The draft; null for none, and for link officers.</summary>
    public StatementRow? Draft { get; init; }

    /// <summary>Approved statements, the newest first.</summary>
    public IReadOnlyList<StatementRow> Approved { get; init; } = [];

    public bool MayWrite { get; init; }

    /// <summary>True where the reader may approve the draft.</summary>
    public bool MayApprove { get; init; }
}
