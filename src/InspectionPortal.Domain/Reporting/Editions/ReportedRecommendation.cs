namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>A recommendation in a report, with the projects that answer it there.</summary>
public sealed record ReportedRecommendation(Guid Id, IReadOnlyList<Guid>? Projects);
