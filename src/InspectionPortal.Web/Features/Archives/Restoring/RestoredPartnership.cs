namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>What was restored.</summary>
/// <param name="Id">The new partnership.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Rows, over all tables.</param>
/// <param name="Files">Files of evidence.</param>
/// <param name="Gaps">Files of evidence that could not be restored, and why, a sentence each.</param>
public sealed record RestoredPartnership(int Id, string Name, int Rows, int Files, IReadOnlyList<string> Gaps);
