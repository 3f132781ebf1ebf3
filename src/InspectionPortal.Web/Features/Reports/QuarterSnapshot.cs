using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The quarter as it was submitted: everything the report shows, and nothing is added later. What is not
/// <c>required</c> stays in the partnership; it is empty when read from a <see cref="ScrutinyEdition"/>.
/// </summary>
public sealed record QuarterSnapshot
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }
    public required string Partnership { get; init; }

    /// <summary>What a demonstration says about itself; null for a partnership at work.</summary>
    public required string? Demonstration { get; init; }

    public required SnapshotPlan Plan { get; init; }
    public required SnapshotPeriod Period { get; init; }

    /// <summary>The day by which lateness was counted.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>1 for the first time the quarter was submitted, 2 after one return.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
    public string? SubmittedBy { get; init; }

    /// <summary>How many approvals it needs: those who sign read this number, so it cannot be lowered under them.</summary>
    public required int Quorum { get; init; }

    public required IReadOnlyList<Rating> RatingKey { get; init; }

    /// <summary>The last approved quarter of the same plan; null for the first.</summary>
    public required SnapshotPrevious? Previous { get; init; }

    public required IReadOnlyList<SnapshotAim> Aims { get; init; }
    public required IReadOnlyList<SnapshotMeasure> Measures { get; init; }
    public required IReadOnlyList<SnapshotRecommendation> Recommendations { get; init; }

    /// <summary>Versions added or released since the last approved quarter was submitted.</summary>
    public required IReadOnlyList<SnapshotEvidence> Evidence { get; init; }

    /// <summary>Hash of the scrutiny edition, so that whoever signs the snapshot signs both.</summary>
    public string? ScrutinyEditionSha256 { get; init; }
}

public sealed record SnapshotPlan(Guid Id, string Title, string? Period);

public sealed record SnapshotPeriod(Guid Id, string Title, DateOnly From, DateOnly To, DateOnly DueOn, DateOnly? MeetingOn);

public sealed record SnapshotPrevious(string Title, DateOnly To, DateTimeOffset SubmittedAt, string Sha256);

public sealed record SnapshotAim
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Statement { get; init; }
    public required string? Vision { get; init; }
    public required IReadOnlyList<SnapshotProject> Projects { get; init; }
}

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

    /// <summary>The accepted update of this quarter; null is "No update received".</summary>
    public required SnapshotUpdate? Update { get; init; }

    /// <summary>Why rating and reading disagreed, and what the partnership lead answered; null where they did not, and in quarters from before signals were read.</summary>
    public SnapshotDisagreement? Disagreement { get; init; }
}

/// <summary>What spoke against a rating, and the answers to it, the newest last.</summary>
public sealed record SnapshotDisagreement(IReadOnlyList<string> Reasons, IReadOnlyList<SnapshotReply> Answers);

/// <summary>What the partnership lead answered in words, to which of the portal's sentences.</summary>
public sealed record SnapshotReply(string About, string Text, DateTimeOffset At);

/// <summary>What a measure said on the day: the sentence, and its signals with the gravest first.</summary>
public sealed record SnapshotReading
{
    public required string Sentence { get; init; }
    public required DateOnly? FiguresTo { get; init; }
    public required string? Latest { get; init; }
    public required IReadOnlyList<SnapshotSignal> Signals { get; init; }
    public required IReadOnlyList<SnapshotReply> Answers { get; init; }
}

public sealed record SnapshotSignal(SignalKind Kind, string Sentence);

public sealed record SnapshotLead(string Name, LeadKind Kind, bool IsPerson);

public sealed record SnapshotDeadline(string Text, DeadlineKind Kind, DateOnly? Due);

public sealed record SnapshotSlip(SnapshotDeadline From, SnapshotDeadline To, string Reason, DateTimeOffset At);

public sealed record SnapshotUpdate
{
    public required IReadOnlyList<SnapshotEntry> Entries { get; init; }
    public required ProjectStatus Status { get; init; }
    public required bool NoChange { get; init; }
    public required string? RatingAccepted { get; init; }
    public required SnapshotDeadline? Forecast { get; init; }
    public required string? SlipReason { get; init; }

    public string? StatusReason { get; init; }
    public string? RatingProposed { get; init; }
    public string? NotRatedReason { get; init; }
    public string? RatingChangedReason { get; init; }
    public string? HelpNeeded { get; init; }
    public string? AcceptedBy { get; init; }

    /// <summary>True where whoever accepted it had submitted it.</summary>
    public bool AcceptedOwn { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>True where a chief officer wrote it: one of those who may sign.</summary>
    public bool WrittenBySigner { get; init; }

    /// <summary>True where the partnership lead judged otherwise than was proposed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRatingChanged => AcceptedAt is not null && RatingProposed != RatingAccepted;
}

public sealed record SnapshotEntry(string? AgencyCode, string? AgencyName, string Text, string? DateText);

public sealed record SnapshotMeasure
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required MeasureKind Kind { get; init; }
    public required string? Unit { get; init; }
    public required MeasureDirection Direction { get; init; }
    public required string? Baseline { get; init; }
    public required string? AimNumber { get; init; }
    public required string? ProjectNumber { get; init; }
    public required SnapshotDeadline Deadline { get; init; }
    public required IReadOnlyList<SnapshotTarget> Targets { get; init; }
    public required IReadOnlyList<SnapshotPoint> Points { get; init; }

    /// <summary>What the figures said; null in quarters from before signals were read.</summary>
    public SnapshotReading? Reading { get; init; }
}

public sealed record SnapshotTarget(decimal Value, SnapshotDeadline By);

public sealed record SnapshotPoint(DateOnly? Date, string? DateText, decimal? Value, string ValueText, string? ChangeText);

public sealed record SnapshotRecommendation
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required RecommendationKind Kind { get; init; }
    public required string Text { get; init; }
    public required bool IsReworded { get; init; }
    public required IReadOnlyList<SnapshotAnswer> Projects { get; init; }
    public required IReadOnlyList<SnapshotAnswer> Aims { get; init; }
}

/// <summary>A project or aim, by its number, that answers a recommendation.</summary>
public sealed record SnapshotAnswer(string Number, LinkBasis Basis);

public sealed record SnapshotEvidence
{
    public required Guid ItemId { get; init; }
    public required Guid VersionId { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required EvidenceForm Form { get; init; }
    public required KindOfKnowing Kind { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Null while it is the partnership's own.</summary>
    public required DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Numbers of projects, and recommendations, that it proves.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    public required IReadOnlyList<string> Recommendations { get; init; }
}
