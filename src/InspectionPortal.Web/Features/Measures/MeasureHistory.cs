namespace InspectionPortal.Web.Features.Measures;

/// <summary>What happened to a measure: corrections of its figures, tests of change that used it, who entered what.</summary>
public sealed record MeasureHistory(IReadOnlyList<CorrectionRow> Corrections, IReadOnlyList<TestOfChangeRow> Tests, IReadOnlyDictionary<Guid, string> Entered);
