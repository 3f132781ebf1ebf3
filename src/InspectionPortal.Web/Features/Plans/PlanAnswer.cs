using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>An inspection that the plan answers.</summary>
public sealed record PlanAnswer(Guid Id, InspectionKind Kind, string Title, DateOnly? Published, string? PublishedText, IReadOnlyList<PlanRecommendation> Recommendations)
{
    /// <summary>"joint inspection published on 3 September 2019", or its title where no date is known or it is no inspection.</summary>
    public string Name => Kind == InspectionKind.Inspection && InspectionLabels.When(Published, PublishedText) is { } when
        ? $"{(Title.StartsWith("Joint", StringComparison.OrdinalIgnoreCase) ? "joint inspection" : "inspection")} published {when}"
        : Title;
}
