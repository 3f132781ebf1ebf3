namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>What the portal writes of a project into its files beside what any plan says.</summary>
/// <param name="OwnWords">The plan's own words for what the project aims for.</param>
/// <param name="Reason">Why it stopped, or why nothing has to be done.</param>
/// <param name="Forecast">When those who do it expect to be done, as written.</param>
/// <param name="Reference">The other plan it refers to.</param>
/// <param name="Unclear">What is unclear in the document it came from.</param>
public sealed record ExportedExtras(string? OwnWords, string? Reason, string? Forecast, string? Reference, string? Unclear);
