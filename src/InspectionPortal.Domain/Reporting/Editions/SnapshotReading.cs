namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>What a measure said on the day: the sentence, and its signals with the gravest first.</summary>
public sealed record SnapshotReading
{
    public required string Sentence { get; init; }
    public required DateOnly? FiguresTo { get; init; }
    public required string? Latest { get; init; }
    public required IReadOnlyList<SnapshotSignal> Signals { get; init; }
    public required IReadOnlyList<SnapshotReply> Answers { get; init; }
}
