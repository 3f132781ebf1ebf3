namespace InspectionPortal.Measurement;

/// <summary>How a target stands, and why.</summary>
/// <param name="Target">The target.</param>
/// <param name="State">How it stands.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Figure">The figure that was looked at; null where there was none.</param>
/// <param name="FigureDate">Its date; null where there was none.</param>
/// <param name="Because">The rule in words, one sentence without a full stop.</param>
public sealed record TargetReading(
    TargetByDate Target, TargetState State, TargetRule Rule, double? Figure, DateOnly? FigureDate, string Because);
