using InspectionPortal.Domain.Measures;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>What is counted, by whom, and where it is used.</summary>
public sealed record MeasureFacts(
    string? Why, string? Numerator, string? Denominator, MeasureDirection Direction, string? Frequency, string? DataSource, string? Owner, Guid? ProjectId,
    string? ProjectNumber, string? ProjectTitle, string? AimNumber, string? Driver, string? ChartReason, int? BaselinePoints, DateOnly? DoneOn, string? DoneText,
    List<MeasureAnswer> Answers, List<MeasureUseRow> Uses)
{
    /// <summary>The aim it belongs to, where it belongs to an aim itself.</summary>
    public Guid? AimId { get; init; }

    /// <summary>How many pieces of evidence show it.</summary>
    public int Proofs { get; init; }

    /// <summary>Whether who reads it holds the responsibility for it.</summary>
    public bool IsHeld { get; init; }
}
