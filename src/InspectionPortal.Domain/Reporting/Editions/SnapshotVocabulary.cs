namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>The partnership's own words when the quarter was submitted.</summary>
public sealed record SnapshotVocabulary(string Aim, string Project, string Recommendation);
