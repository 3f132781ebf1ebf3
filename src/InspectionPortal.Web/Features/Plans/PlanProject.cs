using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A row of the plan. What no column of the layout shows is not read and stays empty.</summary>
public sealed class PlanProject
{
    public required Guid Id { get; init; }
    public Guid? DriverId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public ProjectTexts Texts { get; init; } = ProjectTexts.None;
    public IReadOnlyList<LeadName> Leads { get; init; } = [];

    /// <summary>Who owns sub-actions of it.</summary>
    public IReadOnlyList<LeadName> Owners { get; init; } = [];

    /// <summary>What of it is late.</summary>
    public required Lateness Late { get; init; }

    /// <summary>The deadline in force.</summary>
    public DeadlineNote Deadline => Late.Own;

    public DeadlineNote? Forecast { get; init; }

    /// <summary>The last day on which the deadline is met, where one is understood.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The same of the forecast.</summary>
    public DateOnly? ForecastDue { get; init; }

    public string? ExternalReference { get; init; }
    public ProjectStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public required Rating Rating { get; init; }
    public PlanEntry? Latest { get; init; }
    public string? NoActionNeededReason { get; init; }
    public required SourceNote Source { get; init; }
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];
    public IReadOnlyList<PlanNote> Notes { get; init; } = [];
    public IReadOnlyList<PlanMeasure> Measures { get; init; } = [];
    public IReadOnlyList<PlanEntry> Entries { get; init; } = [];
    public IReadOnlyList<PlanLink> Answers { get; init; } = [];
    public bool IsFound { get; init; }

    /// <summary>What its measures say.</summary>
    public PlanSigns Signs { get; init; } = new(null, null);

    /// <summary>True where it has a measure of its own or looks at one.</summary>
    public bool HasMeasures { get; init; }

    /// <summary>True where the reader must answer for it in the open period and has not.</summary>
    public bool AwaitsReader { get; init; }

    public bool IsNoActionNeeded => NoActionNeededReason is not null;

    /// <summary>The deadlines of its measures as written, for a project that has none of its own.</summary>
    public string? MeasureDeadlines =>
        Deadline.Text.Length == 0 && Measures.Any(m => m.Deadline.Length > 0)
            ? string.Join("; ", Measures.Where(m => m.Deadline.Length > 0).Select(m => m.Deadline))
            : null;

    /// <summary>The plan's own words for the work, where they say more than the title.</summary>
    public string? OwnWords => Texts[ProjectFields.AimText] is { } words && !SaysTheSame(words, Title) ? words : null;

    private static bool SaysTheSame(string one, string other) =>
        string.Equals(EnglishText.Cut(one, int.MaxValue).TrimEnd('.'), EnglishText.Cut(other, int.MaxValue).TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
