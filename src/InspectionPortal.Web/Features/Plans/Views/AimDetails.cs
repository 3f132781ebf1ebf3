namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What only the aim's own page says.</summary>
public sealed record AimDetails(
    Guid PlanId, IReadOnlyList<string> KeyOutcomes, string? ByDateText, string? Population, string? Threshold, int? Question, string? QuestionText);
