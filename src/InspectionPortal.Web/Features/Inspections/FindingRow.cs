namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What the review says of one recommendation.</summary>
public sealed class FindingRow
{
    public Guid RecommendationId { get; set; }
    public string? Text { get; set; }
    public string? Judgement { get; set; }
}
