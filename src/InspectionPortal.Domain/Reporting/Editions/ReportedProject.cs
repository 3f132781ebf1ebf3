namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>A project in a report, as far as the overview counts it.</summary>
/// <param name="Id">The same in every report.</param>
/// <param name="Rating">Code of the rating; null for not rated.</param>
/// <param name="Slips">Moves of its deadline that the report lists; null for none.</param>
public sealed record ReportedProject(Guid Id, string? Rating, IReadOnlyList<ReportedSlip>? Slips);
