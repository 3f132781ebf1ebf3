using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>An aim with its drivers and projects, as a block of the plan's table.</summary>
public sealed record PlanAim(
    Guid Id, string Number, string Statement, string? Vision, IReadOnlyList<string> KeyOutcomes, SourceNote Source,
    IReadOnlyList<PlanDriver> Drivers, IReadOnlyList<PlanProject> Projects)
{
    /// <summary>How those of its projects are rated that are shown, the worst first; nobody rates an aim itself.</summary>
    public IReadOnlyList<RatingCount> RatingsUnder(PlanFilter filter) =>
        [.. Projects.Where(p => !p.IsNoActionNeeded).GroupBy(p => p.Rating).OrderBy(g => g.Key.Order == int.MaxValue).ThenByDescending(g => g.Key.Order)
            .Select(g => new RatingCount(g.Key, g.Count(), filter.WithAll([("aim", Number), ("rating", g.Key.Code)], "~/plan")))];

    /// <summary>
    /// Drivers with their projects in the order of the plan, each secondary driver after its primary one; last what hangs
    /// straight under the aim. A driver without projects is left out where only some of the plan is shown.
    /// </summary>
    public IReadOnlyList<PlanBand> Bands(bool isWhole)
    {
        var byDriver = Projects.ToLookup(p => p.DriverId);
        var bands = new List<PlanBand>();
        Add(null, 0);
        bands.AddRange(Drivers.Where(d => bands.TrueForAll(b => b.Driver != d)).Select(d => new PlanBand(d, 1, [.. byDriver[d.Id]])).ToList());
        bands.RemoveAll(b => !isWhole && b.Projects.Count == 0);
        var known = Drivers.Select(d => d.Id).ToHashSet();
        var straight = Projects.Where(p => p.DriverId is not { } id || !known.Contains(id)).ToList();
        return straight.Count == 0 ? bands : [.. bands, new PlanBand(null, 0, straight)];

        void Add(Guid? parent, int depth)
        {
            foreach (var driver in Drivers.Where(d => d.ParentId == parent && bands.TrueForAll(b => b.Driver != d)))
            {
                bands.Add(new PlanBand(driver, depth, [.. byDriver[driver.Id]]));
                Add(driver.Id, depth + 1);
            }
        }
    }
}

/// <summary>A driver's rows; of what hangs straight under the aim where there is no driver.</summary>
public sealed record PlanBand(PlanDriver? Driver, int Depth, IReadOnlyList<PlanProject> Projects);

public sealed record PlanDriver(Guid Id, string Text, Guid? ParentId, SourceNote Source)
{
    public bool IsSecondary => ParentId is not null;
}

/// <summary>A row of the plan. What no column of the layout shows is not read and stays empty.</summary>
public sealed class PlanProject
{
    public required Guid Id { get; init; }
    public Guid? DriverId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public PlanTexts Texts { get; init; } = PlanTexts.None;
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

    /// <summary>True where the reader must answer for it in the open period and has not.</summary>
    public bool AwaitsReader { get; init; }

    public bool IsNoActionNeeded => NoActionNeededReason is not null;

    /// <summary>The deadlines of its measures as written, for a project that has none of its own.</summary>
    public string? MeasureDeadlines =>
        Deadline.Text.Length == 0 && Measures.Any(m => m.Deadline.Length > 0)
            ? string.Join("; ", Measures.Where(m => m.Deadline.Length > 0).Select(m => m.Deadline))
            : null;

    /// <summary>The plan's own words for the work, where they say more than the title.</summary>
    public string? OwnWords => Texts.Aim is { } words && !SaysTheSame(words, Title) ? words : null;

    private static bool SaysTheSame(string one, string other) =>
        string.Equals(Words.Cut(one, int.MaxValue).TrimEnd('.'), Words.Cut(other, int.MaxValue).TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The prose of a row, as the plan words it.</summary>
public sealed record PlanTexts(string? Aim, string? Difference, string? Success, string? Impact, string? Evidence, string? Leads)
{
    public static PlanTexts None { get; } = new(null, null, null, null, null, null);
}

/// <summary>A sub-action in a cell: "text (owners – deadline)".</summary>
public sealed record PlanStep(SubActionCategory Category, string Text, string? Owners, DeadlineNote Note)
{
    /// <summary>The deadline as written.</summary>
    public string Deadline => Note.Text;

    /// <summary>Those who answer for it by name, whatever the plan's own words for them.</summary>
    public IReadOnlyList<string> OwnerNames { get; init; } = [];

    /// <summary>True where <see cref="Owners"/> are the plan's own words.</summary>
    public bool HasOwnersAsWritten { get; init; }

    public DateOnly? Due { get; init; }
    public ProjectStatus Status { get; init; }
}

/// <summary>What the plan says of a category in place of actions.</summary>
public sealed record PlanNote(SubActionCategory Category, string Text);

/// <summary>A measure in a cell, with its targets as words ("50% by 30 September 2020").</summary>
public sealed record PlanMeasure(Guid Id, string Title, IReadOnlyList<string> Targets, string Deadline);

/// <summary>A recommendation that a row answers.</summary>
public sealed record PlanLink(Guid Id, string Number, bool IsInferred);

/// <summary>Something said of a project, and whether the partnership lead has taken it.</summary>
public sealed record PlanEntry(string Text, string? DateText, string? AgencyCode, string? AgencyName, string? Period, bool IsAccepted);
