namespace InspectionPortal.Web.Features.Imports;

/// <param name="Plans">The newest first.</param>
/// <param name="Imports">The latest first.</param>
public sealed record ImportsPage(IReadOnlyList<ImportPlan> Plans, IReadOnlyList<ImportRow> Imports);
