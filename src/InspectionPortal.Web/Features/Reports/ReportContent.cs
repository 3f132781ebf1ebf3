using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The report, worked out from the stored bytes and nothing else: what changed, what is wrong, what must be decided.</summary>
public sealed class ReportContent
{
    private readonly Dictionary<string, Rating> _key;

    public ReportContent(byte[] bytes, TimeZoneInfo zone, bool projectsOpen)
    {
        Snapshot = CanonicalJson.Read<QuarterSnapshot>(bytes);
        Zone = zone;
        ProjectsOpen = projectsOpen;
        _key = Snapshot.RatingKey.ToDictionary(r => r.Code, StringComparer.OrdinalIgnoreCase);
        Projects = [.. Snapshot.Aims.SelectMany(a => a.Projects)];
        Worked = [.. Projects.Where(p => p.NoActionNeeded is null)];
        Decisions = [.. Worked.Where(p => p.Update?.HelpNeeded is not null)];
        Exceptions = [.. Worked.Select(ExceptionOf).OfType<ReportException>().OrderBy(e => e.Kind)];
        NotReceived = [.. Worked.Where(p => p.Update is null && p.Status != ProjectStatus.Stopped)];
        Moved = HasPrevious ? [.. Worked.Select(MoveOf).Where(m => m.Kind != MoveKind.Same)] : [];
    }

    public QuarterSnapshot Snapshot { get; }
    public TimeZoneInfo Zone { get; }

    /// <summary>True where whoever reads may open the live plan.</summary>
    public bool ProjectsOpen { get; }

    public IReadOnlyList<SnapshotProject> Projects { get; }

    /// <summary>Projects that are work, not "no action needed".</summary>
    public IReadOnlyList<SnapshotProject> Worked { get; }

    public IReadOnlyList<SnapshotProject> Decisions { get; }
    public IReadOnlyList<ReportException> Exceptions { get; }
    public IReadOnlyList<SnapshotProject> NotReceived { get; }
    public IReadOnlyList<ReportMove> Moved { get; }
    public bool HasPrevious => Snapshot.Previous is not null;

    public IReadOnlyList<SnapshotMeasure> WithFigures => [.. Snapshot.Measures.Where(m => m.Points.Count > 0)];

    /// <summary>Measures that said something on the day, the gravest first.</summary>
    public IReadOnlyList<SnapshotMeasure> WithSignals =>
        [.. Snapshot.Measures.Where(m => m.Reading is { Signals.Count: > 0 }).OrderBy(m => m.Reading!.Signals[0].Kind)];

    /// <summary>Projects whose rating said something else than dates or figures.</summary>
    public IReadOnlyList<SnapshotProject> Disagreements => [.. Worked.Where(p => p.Disagreement is not null)];

    /// <summary>False for quarters from before signals were read.</summary>
    public bool ReadsSignals => Snapshot.Measures.Any(m => m.Reading is not null);

    public IReadOnlyList<RatingCount> Now => Counts(p => p.Rating);

    public IReadOnlyList<RatingCount> Before => Counts(p => p.RatingBefore);

    public Rating RatingOf(string? code) => code is not null && _key.TryGetValue(code, out var rating) ? rating : Rating.NotRated;

    /// <summary>"3 decisions are sought. 1 project is off track; 3 ratings rose and 2 fell."</summary>
    public string Lede
    {
        get
        {
            var worst = Snapshot.RatingKey.MaxBy(r => r.Order);
            var bad = Worked.Count(p => worst is not null && RatingOf(p.Rating) == worst);
            var decisions = Decisions.Count switch
            {
                0 => "No decision is needed. ",
                1 => "1 decision is needed. ",
                var several => $"{several} decisions are needed. ",
            };
            var name = (worst?.Name ?? "off track").ToLowerInvariant();
            var standing = bad switch { 0 => $"No project is {name}", 1 => $"1 project is {name}", _ => $"{bad} projects are {name}" };
            var (up, down) = (Moved.Count(m => m.Kind == MoveKind.Up), Moved.Count(m => m.Kind == MoveKind.Down));
            var movement = HasPrevious ? $"; {ReportLabels.Count(up, "rating")} rose and {down} fell." : "; this is the first report, so there is nothing to compare.";
            return (Snapshot.ScrutinyEditionSha256 is null ? string.Empty : decisions) + standing + movement;
        }
    }

    /// <summary>The texts of a project that the report shows under its title.</summary>
    public static IEnumerable<(ProjectField Field, string Text)> TextsOf(SnapshotProject project) => SnapshotTexts.Read(project.Texts);

    public string Anchor(SnapshotProject project) => $"#project-{project.Id:N}";

    public string MovedWords(ReportMove move) => move.Kind switch
    {
        MoveKind.Up => "Up",
        MoveKind.Down => "Down",
        MoveKind.New => "New",
        _ => "No longer rated",
    };

    /// <summary>"Same" or "+92 days" since the last approved quarter.</summary>
    public string DeadlineMoved(SnapshotProject project)
    {
        if (project.Deadline.Due == project.DueBefore)
        {
            return "Same";
        }

        return project.Deadline.Due is { } now && project.DueBefore is { } before
            ? $"{(now > before ? "+" : "−")}{ReportLabels.Count(Math.Abs(now.DayNumber - before.DayNumber), "day")}"
            : "Changed";
    }

    /// <summary>Why it is so, in the update's own words.</summary>
    public static string? Why(SnapshotProject project) =>
        project.Slips.Count > 0 ? project.Slips[^1].Reason
        : project.Update?.SlipReason ?? project.Update?.Entries.Select(e => e.Text).FirstOrDefault();

    private List<RatingCount> Counts(Func<SnapshotProject, string?> rating) =>
        [.. Snapshot.RatingKey.Append(Rating.NotRated)
            .Select(r => new RatingCount(r, Worked.Count(p => RatingOf(rating(p)) == r), "#full-table"))];

    private ReportMove MoveOf(SnapshotProject project)
    {
        var (now, before) = (RatingOf(project.Rating), RatingOf(project.RatingBefore));
        return new ReportMove(project, before, now, RatingMoves.Between(before, now));
    }

    private ReportException? ExceptionOf(SnapshotProject project)
    {
        var move = MoveOf(project);
        var worst = Snapshot.RatingKey.MaxBy(r => r.Order);
        var kind = HasPrevious && move.Kind == MoveKind.Down ? ExceptionKind.Worsened
            : project.Slips.Count > 0 || project.Update?.SlipReason is not null ? ExceptionKind.Slipped
            : move.Now == worst ? ExceptionKind.OffTrack
            : project.DaysLate > 0 ? ExceptionKind.Late
            : (ExceptionKind?)null;
        return kind is { } known ? new ReportException(project, known, move.Before, move.Now) : null;
    }
}
