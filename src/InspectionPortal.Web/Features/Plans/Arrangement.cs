using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The plan to arrange.</summary>
public sealed record Arrangement(Guid PlanId, string Title, IReadOnlyList<ArrangedItem> Aims, Vocabulary Vocabulary)
{
    /// <summary>The item that was moved last and the button pressed, so that the focus returns there.</summary>
    public string? Focus { get; init; }
}
