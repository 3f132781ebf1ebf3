namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>A position statement before a chief officer approves it.</summary>
/// <param name="RecommendationId">What it is about.</param>
/// <param name="Number">The recommendation's number.</param>
/// <param name="Text">The recommendation's text.</param>
/// <param name="Row">The statement.</param>
public sealed record StatementApprovalPage(Guid RecommendationId, string Number, string Text, StatementRow Row)
{
    public uint Version { get; init; }

    /// <summary>What the partnership calls a recommendation, with a capital.</summary>
    public required string Word { get; init; }

    /// <summary>Why this person cannot approve it; null where they can.</summary>
    public string? WhyNot { get; init; }

    public required TimeZoneInfo Zone { get; init; }
}
