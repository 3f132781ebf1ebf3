using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>How a target of a measure stands.</summary>
public sealed record MeasuredTarget(SourceTarget Target, TargetReading Reading);
