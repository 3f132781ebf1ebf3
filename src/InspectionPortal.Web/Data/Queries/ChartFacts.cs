using InspectionPortal.Domain.Measures;
using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>How a measure's chart is read.</summary>
public sealed record ChartFacts(MeasureDirection Direction, string? Frequency, ChartKind? Chart, RuleSet? Rules, int? BaselinePoints, bool ScreenMovingRanges);
