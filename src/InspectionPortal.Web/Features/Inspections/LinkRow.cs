using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>One recommendation, ticked or not.</summary>
public sealed class LinkRow
{
    public Guid RecommendationId { get; set; }
    public bool Chosen { get; set; }
    public LinkBasis Basis { get; set; }
    public string? Why { get; set; }
}
