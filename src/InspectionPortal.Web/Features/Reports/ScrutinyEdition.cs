using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// What a scrutiny body may read of a quarter. Its own list of fields, with the snapshot's names: what is added to the
/// snapshot stays in the partnership until someone writes it here too. No help needed, no proposed ratings, no review,
/// no evidence that was not released, no person.
/// </summary>
public sealed record ScrutinyEdition
{
    private ScrutinyEdition()
    {
    }

    public required int Schema { get; init; }
    public required string Partnership { get; init; }
    public required string? Demonstration { get; init; }
    public required SnapshotPlan Plan { get; init; }
    public required SnapshotPeriod Period { get; init; }
    public required DateOnly AsAt { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required int Quorum { get; init; }
    public required IReadOnlyList<Rating> RatingKey { get; init; }
    public required SnapshotPrevious? Previous { get; init; }
    public required IReadOnlyList<ScrutinyAim> Aims { get; init; }
    public required IReadOnlyList<SnapshotMeasure> Measures { get; init; }
    public required IReadOnlyList<SnapshotRecommendation> Recommendations { get; init; }
    public required IReadOnlyList<SnapshotEvidence> Evidence { get; init; }

    public static ScrutinyEdition Of(QuarterSnapshot snapshot) => new()
    {
        Schema = snapshot.Schema,
        Partnership = snapshot.Partnership,
        Demonstration = snapshot.Demonstration,
        Plan = snapshot.Plan,
        Period = snapshot.Period,
        AsAt = snapshot.AsAt,
        Number = snapshot.Number,
        SubmittedAt = snapshot.SubmittedAt,
        Quorum = snapshot.Quorum,
        RatingKey = snapshot.RatingKey,
        Previous = snapshot.Previous,
        Aims = [.. snapshot.Aims.Select(ScrutinyAim.Of)],
        Measures = snapshot.Measures,
        Recommendations = snapshot.Recommendations,
        Evidence = [.. snapshot.Evidence.Where(e => e.ReleasedAt is not null)],
    };
}

public sealed record ScrutinyAim
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Statement { get; init; }
    public required string? Vision { get; init; }
    public required IReadOnlyList<ScrutinyProject> Projects { get; init; }

    internal static ScrutinyAim Of(SnapshotAim aim) => new()
    {
        Id = aim.Id,
        Number = aim.Number,
        Statement = aim.Statement,
        Vision = aim.Vision,
        Projects = [.. aim.Projects.Select(ScrutinyProject.Of)],
    };
}

public sealed record ScrutinyProject
{
    private const string SomePerson = "A named person";

    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string? AimText { get; init; }
    public required IReadOnlyList<SnapshotLead> Leads { get; init; }
    public required SnapshotDeadline Deadline { get; init; }
    public required DateOnly? DueBefore { get; init; }
    public required int DaysLate { get; init; }
    public required ProjectStatus Status { get; init; }
    public required string? StoppedBecause { get; init; }
    public required string? NoActionNeeded { get; init; }
    public required string? Rating { get; init; }
    public required string? RatingBefore { get; init; }
    public required IReadOnlyList<SnapshotSlip> Slips { get; init; }
    public required ScrutinyUpdate? Update { get; init; }
    public required SnapshotDisagreement? Disagreement { get; init; }

    internal static ScrutinyProject Of(SnapshotProject project) => new()
    {
        Id = project.Id,
        Number = project.Number,
        Title = project.Title,
        AimText = project.AimText,
        Leads = [.. project.Leads.Select(l => l.IsPerson ? l with { Name = SomePerson } : l)],
        Deadline = project.Deadline,
        DueBefore = project.DueBefore,
        DaysLate = project.DaysLate,
        Status = project.Status,
        StoppedBecause = project.StoppedBecause,
        NoActionNeeded = project.NoActionNeeded,
        Rating = project.Rating,
        RatingBefore = project.RatingBefore,
        Slips = project.Slips,
        Update = project.Update is null ? null : ScrutinyUpdate.Of(project.Update),
        Disagreement = project.Disagreement,
    };
}

public sealed record ScrutinyUpdate
{
    public required IReadOnlyList<SnapshotEntry> Entries { get; init; }
    public required ProjectStatus Status { get; init; }
    public required bool NoChange { get; init; }
    public required string? RatingAccepted { get; init; }
    public required SnapshotDeadline? Forecast { get; init; }
    public required string? SlipReason { get; init; }

    internal static ScrutinyUpdate Of(SnapshotUpdate update) => new()
    {
        Entries = update.Entries,
        Status = update.Status,
        NoChange = update.NoChange,
        RatingAccepted = update.RatingAccepted,
        Forecast = update.Forecast,
        SlipReason = update.SlipReason,
    };
}
