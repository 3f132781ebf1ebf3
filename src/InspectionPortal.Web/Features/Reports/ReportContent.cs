using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;

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
                0 => "No decision is sought. ",
                1 => "1 decision is sought. ",
                var several => $"{several} decisions are sought. ",
            };
            var name = (worst?.Name ?? "off track").ToLowerInvariant();
            var standing = bad switch { 0 => $"No project is {name}", 1 => $"1 project is {name}", _ => $"{bad} projects are {name}" };
            var (up, down) = (Moved.Count(m => m.Kind == MoveKind.Up), Moved.Count(m => m.Kind == MoveKind.Down));
            var movement = HasPrevious ? $"; {ReportWords.Count(up, "rating")} rose and {down} fell." : "; it is the first quarter reported here, so nothing is compared.";
            return (Snapshot.ScrutinyEditionSha256 is null ? string.Empty : decisions) + standing + movement;
        }
    }

    public string Anchor(SnapshotProject project) => $"#project-{project.Id:N}";

    public string MovedWords(ReportMove move) => move.Kind switch
    {
        MoveKind.Up => "Up",
        MoveKind.Down => "Down",
        MoveKind.New => "New",
        _ => "Not rated now",
    };

    /// <summary>"Same" or "+92 days" since the last approved quarter.</summary>
    public string DeadlineMoved(SnapshotProject project)
    {
        if (project.Deadline.Due == project.DueBefore)
        {
            return "Same";
        }

        return project.Deadline.Due is { } now && project.DueBefore is { } before
            ? $"{(now > before ? "+" : "−")}{ReportWords.Count(Math.Abs(now.DayNumber - before.DayNumber), "day")}"
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
        var kind = now == before ? MoveKind.Same
            : before == Rating.NotRated ? MoveKind.New
            : now == Rating.NotRated ? MoveKind.Lost
            : now.Order < before.Order ? MoveKind.Up : MoveKind.Down;
        return new ReportMove(project, before, now, kind);
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

/// <summary>Why a project is among the exceptions, the gravest first; each project is there once.</summary>
public enum ExceptionKind
{
    Worsened,
    Slipped,
    OffTrack,
    Late,
}

public sealed record ReportException(SnapshotProject Project, ExceptionKind Kind, Rating Before, Rating Now)
{
    public string Words => Kind switch
    {
        ExceptionKind.Worsened => $"Worsened: was {Before.Name.ToLowerInvariant()}",
        ExceptionKind.Slipped => "Slipped",
        ExceptionKind.OffTrack => Now.Name,
        _ => "Past its deadline",
    };
}

public enum MoveKind
{
    Same,
    Up,
    Down,
    New,
    Lost,
}

public sealed record ReportMove(SnapshotProject Project, Rating Before, Rating Now, MoveKind Kind)
{
    /// <summary>The arrow's class, where there is one.</summary>
    public string? Class => Kind switch
    {
        MoveKind.Up => "p-up",
        MoveKind.Down => "p-down",
        _ => null,
    };
}
