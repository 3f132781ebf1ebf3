namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>That a report corrects an earlier version of itself.</summary>
/// <param name="Version">Which version this is; the first correction is 2.</param>
/// <param name="Reason">Why it was corrected; scrutiny bodies read it too.</param>
/// <param name="CorrectsSha256">Hash of the version that it corrects.</param>
/// <param name="Projects">Numbers of the projects that differ.</param>
public sealed record SnapshotCorrection(int Version, string Reason, string CorrectsSha256, IReadOnlyList<string> Projects);
