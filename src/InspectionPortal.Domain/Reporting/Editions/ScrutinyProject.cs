using System.Text.Json.Serialization;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record ScrutinyProject
{
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
    /// <summary>Those of its texts that the partnership shows to scrutiny bodies; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>When those who do the work last expected to be done; null where they agree with the deadline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotDeadline? Forecast { get; init; }

    /// <summary>The last time its deadline moved, from before the last approved quarter was submitted; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotSlip? EarlierSlip { get; init; }

    public required ScrutinyUpdate? Update { get; init; }
    public required SnapshotDisagreement? Disagreement { get; init; }

    internal static ScrutinyProject Of(SnapshotProject project, IReadOnlyList<string>? open) => new()
    {
        Id = project.Id,
        Number = project.Number,
        Title = project.Title,
        AimText = project.AimText,
        Leads = [.. project.Leads.Select(l => l.IsPerson ? l with { Name = LeadResponsibility.SomePerson } : l)],
        Deadline = project.Deadline,
        DueBefore = project.DueBefore,
        DaysLate = project.DaysLate,
        Status = project.Status,
        StoppedBecause = project.StoppedBecause,
        NoActionNeeded = project.NoActionNeeded,
        Rating = project.Rating,
        RatingBefore = project.RatingBefore,
        Slips = project.Slips,
        Texts = SnapshotTexts.Open(project.Texts, open),
        Forecast = project.Forecast,
        EarlierSlip = project.EarlierSlip,
        Update = project.Update is null ? null : ScrutinyUpdate.Of(project.Update),
        Disagreement = project.Disagreement,
    };
}
