using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>A column of the full table, under the header that the partnership gave it when the quarter was submitted.</summary>
public sealed record SnapshotColumn(PlanField Field, string Label);
