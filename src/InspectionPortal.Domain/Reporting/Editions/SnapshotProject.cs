using System.Text.Json.Serialization;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotProject
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string? AimText { get; init; }
    public required IReadOnlyList<SnapshotLead> Leads { get; init; }
    public required SnapshotDeadline Deadline { get; init; }

    /// <summary>Due date in the last approved quarter.</summary>
    public required DateOnly? DueBefore { get; init; }

    public required int DaysLate { get; init; }
    public required ProjectStatus Status { get; init; }

    /// <summary>Why the work was stopped; null where it was not, and in quarters from before it was kept.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>Why nothing needs doing; null for real work.</summary>
    public required string? NoActionNeeded { get; init; }

    /// <summary>Code of the rating accepted; null is not rated.</summary>
    public required string? Rating { get; init; }

    /// <summary>Code of the rating in the last approved quarter.</summary>
    public required string? RatingBefore { get; init; }

    /// <summary>Deadlines that moved since the last approved quarter was submitted.</summary>
    public required IReadOnlyList<SnapshotSlip> Slips { get; init; }

    /// <summary>
    /// Its texts by name, as far as the report keeps them; null where there is none, and in quarters from before they were kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>
    /// When those who do the work last expected to be done, whatever this quarter's update says or does not say; null where they agree
    /// with the deadline, and in quarters from before schema 2.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotDeadline? Forecast { get; init; }

    /// <summary>The last time its deadline moved, from before the last approved quarter was submitted; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotSlip? EarlierSlip { get; init; }

    /// <summary>What the partnership's columns show of it that stands nowhere else in the snapshot, by the column's field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Cells { get; init; }

    /// <summary>The accepted update of this quarter; null is "No update received".</summary>
    public required SnapshotUpdate? Update { get; init; }

    /// <summary>True where an update was sent and not accepted when the quarter was submitted; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsNotAccepted { get; init; }

    /// <summary>
    /// Why rating and reading disagreed, and what the partnership lead answered; null where they did not, and in quarters from before
    /// signals were read.
    /// </summary>
    public SnapshotDisagreement? Disagreement { get; init; }
}
