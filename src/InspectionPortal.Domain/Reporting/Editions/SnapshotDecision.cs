namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>A decision sought, as the chief officers sign it.</summary>
/// <param name="Number">Its place in the report, from 1; records of decisions refer to it.</param>
/// <param name="Text">What they are asked to decide.</param>
/// <param name="ProjectId">The project it is about; null for none.</param>
/// <param name="Origin">Who asks.</param>
public sealed record SnapshotDecision(int Number, string Text, Guid? ProjectId, DecisionOrigin Origin);
