using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;

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
        Due = IsQuarter ? [.. Worked.Where(p => p.Update is not null || p.Status != ProjectStatus.Stopped)] : [];
        Decisions = DecisionsOf(Snapshot, Projects);
        Exceptions = [.. Worked.Select(ExceptionOf).OfType<ReportException>().OrderBy(e => e.Kind)];
        NotReceived = [.. Due.Where(p => p.Update is null)];
        Moved = HasPrevious ? [.. Worked.Select(MoveOf).Where(m => m.Kind != MoveKind.Same)] : [];
    }

    public QuarterSnapshot Snapshot { get; }
    public TimeZoneInfo Zone { get; }

    /// <summary>What is reported; a quarter in all reports from before there were others.</summary>
    public PeriodKind Kind => Snapshot.Period.Kind ?? PeriodKind.Quarter;

    public bool IsQuarter => Kind == PeriodKind.Quarter;

    /// <summary>What stands where no decision is sought.</summary>
    public string NoDecision => IsQuarter ? "No decision is sought this quarter." : "No decision is sought.";

    /// <summary>What stands over the movement of ratings.</summary>
    public string MovementHeading => IsQuarter ? "Movement since last quarter" : $"Movement since {Snapshot.Previous?.Title}";

    /// <summary>What stands in place of an update that did not come; null where none was asked for.</summary>
    public string? InPlaceOfUpdate(SnapshotProject project) =>
        !IsQuarter ? null : project.Status == ProjectStatus.Stopped ? "Stopped, so no update was asked for" : "No update received";

    /// <summary>"quarter", "plan" or "closing report".</summary>
    public string Noun => PeriodKindLabels.Noun(Kind);

    /// <summary>True where whoever reads may open the live plan.</summary>
    public bool ProjectsOpen { get; private set; }

    /// <summary>True for a file, which opens without the portal: nothing in it leads anywhere else.</summary>
    public bool IsFile { get; private set; }

    public IReadOnlyList<SnapshotProject> Projects { get; }

    /// <summary>What the chief officers did with it, beside the bytes; null for a preview and for scrutiny bodies.</summary>
    public ReportAnswers? Answers { get; init; }

    /// <summary>Projects that are work, not "no action needed".</summary>
    public IReadOnlyList<SnapshotProject> Worked { get; }

    /// <summary>Projects that an update was asked of: stopped ones only where one came in before.</summary>
    public IReadOnlyList<SnapshotProject> Due { get; }

    public IReadOnlyList<ReportDecision> Decisions { get; }
    public IReadOnlyList<ReportException> Exceptions { get; }
    public IReadOnlyList<SnapshotProject> NotReceived { get; }
    public IReadOnlyList<ReportMove> Moved { get; }

    /// <summary>Position statements, in the order of the recommendations. No report leaves them out: whoever signs approves them.</summary>
    public IReadOnlyList<ReportStatement> Statements => [.. Snapshot.Recommendations.SelectMany(
        r => (r.Statements ?? []).Select(s => new ReportStatement(r, s)))];

    /// <summary>How a statement is approved: "Approved on its own on 3 June 2026".</summary>
    public string ApprovalOf(ReportStatement statement) => statement.Statement.ApprovedAt is { } at
        ? $"Approved on its own on {DateFormat.Full(at, Zone)}"
        : "Approved when the chief officers approve this report";

    /// <summary>True for the edition that scrutiny bodies read.</summary>
    public bool IsScrutinyEdition => Snapshot.ScrutinyEditionSha256 is null;

    /// <summary>The partnership's word for a project within a sentence.</summary>
    public string ProjectWord => EnglishText.Said(Snapshot.Vocabulary?.Project ?? "Improvement project", "project");

    /// <summary>The partnership's word for a recommendation within a sentence.</summary>
    public string RecommendationWord => EnglishText.Within(Snapshot.Vocabulary?.Recommendation ?? "Recommendation");

    /// <summary>The columns of the full table.</summary>
    public IReadOnlyList<SnapshotColumn> Columns => Snapshot.Columns ?? ReportColumns.Default(Snapshot.Vocabulary);

    /// <summary>True where the partnership lead did not leave the part out.</summary>
    public bool Shows(ReportPart part) => Snapshot.LeftOut?.Contains(part) != true;

    /// <summary>The same for a file.</summary>
    public ReportContent ForFile()
    {
        var copy = (ReportContent)MemberwiseClone();
        (copy.IsFile, copy.ProjectsOpen) = (true, false);
        return copy;
    }

    /// <summary>"Work in the plan answers 7 of 9 recommendations. Nothing answers 3 and 8."</summary>
    public string CoverageSentence
    {
        get
        {
            var all = Snapshot.Recommendations;
            var open = all.Where(r => AnsweredBy(r).Count == 0).Select(r => r.Number).ToList();
            return all.Count == 0 ? $"The plan is linked to no {EnglishText.Plural(RecommendationWord)}."
                : open.Count == 0 ? $"Work in the plan answers every one of {EnglishText.CountOf(all.Count, RecommendationWord)}."
                : $"Work in the plan answers {all.Count - open.Count} of {EnglishText.CountOf(all.Count, RecommendationWord)}. "
                    + $"Nothing answers {EnglishText.List(open)}.";
        }
    }

    /// <summary>Parts left out, in words; empty for none.</summary>
    public IReadOnlyList<string> LeftOut => [.. (Snapshot.LeftOut ?? []).Select(ReportLabels.Part)];

    /// <summary>"34 of 37 projects sent no update."</summary>
    public string MissingSentence
    {
        get
        {
            if (Due.Count == 0)
            {
                return Projects.Count == 0
                    ? $"The plan has no {EnglishText.Plural(ProjectWord)}, so no updates were asked for."
                    : "No updates were asked for.";
            }

            var unsent = NotReceived.Count(p => p.IsNotAccepted != true);
            var waiting = NotReceived.Count - unsent;
            var of = $"of {EnglishText.CountOf(Due.Count, ProjectWord)}";
            return NotReceived.Count == 0 ? $"All updates were received: {EnglishText.CountOf(Due.Count, ProjectWord)}."
                : Snapshot.Schema < 2 || IsScrutinyEdition
                    ? $"{NotReceived.Count} {of} {(NotReceived.Count == 1 ? "has" : "have")} no accepted update."
                : waiting == 0 ? $"{unsent} {of} sent no update."
                : $"{unsent} {of} sent no update, and {waiting} sent one that was not accepted before the quarter was submitted.";
        }
    }

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
            if (!IsQuarter)
            {
                return PlanReportText.Lede(this);
            }

            var worst = Snapshot.RatingKey.MaxBy(r => r.Order);
            var bad = Worked.Count(p => worst is not null && RatingOf(p.Rating) == worst);
            var decisions = Decisions.Count switch
            {
                0 => "No decision is needed. ",
                1 => "1 decision is needed. ",
                var several => $"{several} decisions are needed. ",
            };
            var name = (worst?.Name ?? "off track").ToLowerInvariant();
            var standing = $"{(bad == 0 ? $"No {ProjectWord}" : EnglishText.CountOf(bad, ProjectWord))} {(bad > 1 ? "are" : "is")} {name}";
            var (up, down) = (Moved.Count(m => m.Kind == MoveKind.Up), Moved.Count(m => m.Kind == MoveKind.Down));
            var movement = HasPrevious ? $"; {ReportLabels.Count(up, "rating")} rose and {down} fell." : "; this is the first report, so there is nothing to compare.";
            return (IsScrutinyEdition ? string.Empty : decisions) + standing + movement;
        }
    }

    /// <summary>The texts of a project that the report shows under its title.</summary>
    public static IEnumerable<(ProjectField Field, string Text)> TextsOf(SnapshotProject project) => SnapshotTexts.Read(project.Texts);

    /// <summary>"4 projects kept their rating": all that did not move.</summary>
    public string KeptRating
    {
        get
        {
            var kept = Worked.Count - Moved.Count;
            return $"{EnglishText.CountOf(kept, ProjectWord)} kept {(kept == 1 ? "its" : "their")} rating";
        }
    }

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
        : project.Update?.SlipReason ?? project.Update?.Entries.Select(e => e.Text).FirstOrDefault() ?? KnownSlip(project)?.Reason;

    /// <summary>The last move of a deadline, where this quarter says nothing; null where it does, or there is none.</summary>
    public static SnapshotSlip? KnownSlip(SnapshotProject project) =>
        project.Update is null && project.Slips.Count == 0 ? project.EarlierSlip : null;

    /// <summary>When it is expected to be done: this quarter's forecast, else the last one accepted, else the deadline.</summary>
    public static string ForecastOf(SnapshotProject project) =>
        project.Update?.Forecast?.Text ?? project.Forecast?.Text ?? project.Deadline.Text;

    /// <summary>True where the forecast is one from before, because this quarter gives none.</summary>
    public static bool IsForecastKept(SnapshotProject project) => project.Update is null && project.Forecast is not null;

    /// <summary>The projects and aims that answer a recommendation, by number.</summary>
    public static IReadOnlyList<string> AnsweredBy(SnapshotRecommendation recommendation) =>
        [.. recommendation.Projects.Concat(recommendation.Aims).Select(a => a.Number).Distinct(StringComparer.Ordinal)];

    private static List<ReportDecision> DecisionsOf(QuarterSnapshot snapshot, IReadOnlyList<SnapshotProject> projects)
    {
        var byId = projects.ToDictionary(p => p.Id);
        return snapshot.Decisions is { } sought
            ? [.. sought.Select(d =>
                new ReportDecision(d.Number, d.Text, d.ProjectId is { } id ? byId.GetValueOrDefault(id) : null, d.Origin))]
            :
            [
                .. projects.Where(p => p is { NoActionNeeded: null, Update.HelpNeeded: not null })
                    .Select((p, i) => new ReportDecision(i + 1, p.Update?.HelpNeeded ?? string.Empty, p, DecisionOrigin.HelpNeeded)),
            ];
    }

    private List<RatingCount> Counts(Func<SnapshotProject, string?> rating) =>
        [.. Snapshot.RatingKey.Append(Rating.NotRated)
            .Select(r => new RatingCount(r, Worked.Count(p => RatingOf(rating(p)) == r),
                Shows(ReportPart.FullTable) ? "#full-table" : "#key"))];

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
            : IsForecastLate(project) ? ExceptionKind.LaterForecast
            : move.Now == worst ? ExceptionKind.OffTrack
            : project.DaysLate > 0 ? ExceptionKind.Late
            : (ExceptionKind?)null;
        return kind is { } known ? new ReportException(project, known, move.Before, move.Now) : null;
    }

    /// <summary>The last forecast known is after the deadline, whatever was said this quarter.</summary>
    private static bool IsForecastLate(SnapshotProject project) =>
        project.Forecast?.Due is { } expected && project.Deadline.Due is { } due && expected > due;
}
