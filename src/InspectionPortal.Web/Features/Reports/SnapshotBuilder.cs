using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// Puts the rows together in the plan's order. Everything without an order of its own is sorted, so that the same rows make the same
/// snapshot.
/// </summary>
internal sealed class SnapshotBuilder(SnapshotRows rows, SessionPartnership partnership, ReportDraft draft, int quorum, DateOnly today)
{
    private readonly Dictionary<Guid, ImprovementProject> _projects = rows.Projects.ToDictionary(p => p.Id);
    private readonly Dictionary<Guid, StretchAim> _aims = rows.Aims.ToDictionary(a => a.Id);
    private readonly Dictionary<Guid, SnapshotProject> _before =
        rows.Previous?.Aims.SelectMany(a => a.Projects).ToDictionary(p => p.Id) ?? [];

    private readonly SnapshotSignals _signals = new(rows, partnership, today);
    private readonly SnapshotCells _cells = new(rows, partnership);
    private readonly DateTimeOffset _since = rows.Previous?.SubmittedAt ?? DateTimeOffset.MinValue;

    /// <summary>The snapshot, and the bytes of the scrutiny edition that it names by their hash.</summary>
    public (QuarterSnapshot Snapshot, byte[] ScrutinyEdition) Build(ReportingPeriod period, int number, DateTimeOffset at, string by)
    {
        var snapshot = new QuarterSnapshot
        {
            Schema = QuarterSnapshot.CurrentSchema,
            Partnership = partnership.Name,
            Demonstration = partnership.DemonstrationNote,
            Plan = new SnapshotPlan(rows.Plan.Id, rows.Plan.Title, rows.Plan.PeriodText),
            Period = new SnapshotPeriod(period.Id, period.Title, period.From, period.To, period.DueOn, period.MeetingOn)
            {
                Kind = period.Kind == PeriodKind.Quarter ? null : period.Kind,
            },
            AsAt = today,
            Number = number,
            SubmittedAt = at,
            SubmittedBy = by,
            Quorum = quorum,
            MustSign = rows.MustSign.Count == 0 ? null : rows.MustSign,
            RatingKey = [.. partnership.RagKey.OrderBy(r => r.Order).ThenBy(r => r.Code, StringComparer.Ordinal)],
            Previous = rows.Previous is { } p ? new SnapshotPrevious(p.Period.Title, p.Period.To, p.SubmittedAt, rows.PreviousSha256!) : null,
            Aims = [.. rows.Aims.Select(Aim)],
            Measures = [.. rows.Measures.OrderBy(PlaceOf).ThenBy(m => m.Position).ThenBy(m => m.Id).Select(Measure)],
            Recommendations = [.. rows.Recommendations.OrderBy(r => r.Position).ThenBy(r => r.Number, StringComparer.Ordinal).ThenBy(r => r.Id).Select(Recommendation)],
            OpenTexts = SnapshotTexts.OpenOf(partnership.Layout),
            Summary = draft.Summary,
            IsSummaryOpen = draft is { Summary: not null, IsSummaryOpen: true } ? true : null,
            LeftOut = draft.Choices.LeftOut.Count == 0 ? null : [.. draft.Choices.LeftOut.Distinct().Order()],
            Decisions = SoughtDecisions.Of(rows, draft.Choices),
            Columns = _cells.Columns,
            Vocabulary = new SnapshotVocabulary(
                partnership.Vocabulary.StretchAimWord, partnership.Vocabulary.ImprovementProjectWord,
                    partnership.Vocabulary.RecommendationWord),
            Evidence = [.. rows.Evidence.OrderByDescending(v => v.AddedAt).ThenBy(v => v.Id).Select(Evidence)],
        };
        var edition = CanonicalJson.Write(ScrutinyEdition.Of(snapshot));
        return (snapshot with { ScrutinyEditionSha256 = CanonicalJson.Hash(edition) }, edition);
    }

    private SnapshotAim Aim(StretchAim aim) => new()
    {
        Id = aim.Id,
        Number = aim.Number,
        Statement = aim.Statement,
        Vision = aim.Vision,
        Projects =
        [
            .. rows.Projects.Where(p => p.AimId == aim.Id).Select(Project),
        ],
    };

    private SnapshotProject Project(ImprovementProject project)
    {
        var before = _before.GetValueOrDefault(project.Id);
        var update = rows.AcceptedOf(project.Id);
        return new SnapshotProject
        {
            Id = project.Id,
            Number = project.Number,
            Title = project.Title,
            AimText = project.AimText,
            Leads =
            [
                .. project.Leads.OrderBy(l => l.Position).ThenBy(l => l.Id).Select(l => new SnapshotLead(
                    l.LeadResponsibility!.Name, l.Kind, l.LeadResponsibility.Kind == ResponsibilityKind.Person)),
            ],
            Deadline = Of(project.Deadline),
            DueBefore = before?.Deadline.Due,
            DaysLate = IsOver(project) ? 0 : project.Deadline.DaysLate(today),
            Status = project.Status,
            StoppedBecause = project.Status == ProjectStatus.Stopped ? project.StatusReason : null,
            NoActionNeeded = project.NoActionNeededReason,
            Rating = update is null ? project.Rag : update.RagAccepted,
            RatingBefore = before?.Rating,
            Slips = [.. rows.Slips[project.Id].Where(s => s.At > _since).Select(Slip)],
            Texts = SnapshotTexts.Of(project),
            Forecast = IsOver(project) || project.Forecast == Deadline.None ? null : Of(project.Forecast),
            EarlierSlip = rows.Slips[project.Id].LastOrDefault(s => s.At <= _since) is { } earlier ? Slip(earlier) : null,
            Cells = _cells.Of(project),
            Update = update is null ? null : Update(update),
            IsNotAccepted = rows.Updates.GetValueOrDefault(project.Id) is { State: UpdateState.Submitted } ? true : null,
            Disagreement = _signals.DisagreementOf(project, update),
        };
    }

    private SnapshotUpdate Update(ProgressUpdate update) => new()
    {
        Entries =
        [
            .. update.Entries.OrderBy(e => e.Position).ThenBy(e => e.Id)
                .Select(e => new SnapshotEntry(e.Agency?.Code, e.Agency?.Name, e.Text, e.DateText)),
        ],
        Status = update.Status,
        NoChange = update.NoChange,
        RatingAccepted = update.RagAccepted,
        Forecast = update.Forecast == Deadline.None ? null : Of(update.Forecast),
        SlipReason = update.SlipReason,
        StatusReason = update.StatusReason,
        RatingProposed = update.RagProposed,
        NotRatedReason = update.NotRatedReason,
        RatingChangedReason = update.RagChangedReason,
        HelpNeeded = update.HelpNeeded,
        AcceptedBy = update.ReviewedByUserId is { } reviewer ? rows.People.GetValueOrDefault(reviewer)?.Name : null,
        AcceptedOwn = update.ReviewedByUserId is not null && update.ReviewedByUserId == update.SubmittedByUserId,
        AcceptedAt = update.ReviewedAt,
        WrittenBySigner = IsSigner(update.SubmittedByUserId) || update.Entries.Exists(e => IsSigner(e.AuthorUserId)),
    };

    private SnapshotMeasure Measure(Measure measure) => new()
    {
        Id = measure.Id,
        Title = measure.Title,
        Kind = measure.Kind,
        Unit = measure.Unit,
        Direction = measure.Direction,
        Baseline = measure.Baseline,
        AimNumber = measure.AimId is { } aim ? _aims.GetValueOrDefault(aim)?.Number : null,
        ProjectNumber = measure.ProjectId is { } project ? _projects.GetValueOrDefault(project)?.Number : null,
        Deadline = Of(measure.Deadline),
        Targets =
        [
            .. measure.Targets.OrderBy(t => t.By.SortKey ?? DateOnly.MaxValue).ThenBy(t => t.Value).ThenBy(t => t.Id)
                .Select(t => new SnapshotTarget(t.Value, Of(t.By))),
        ],
        Points =
        [
            .. rows.Points[measure.Id].OrderBy(p => p.Position).ThenBy(p => p.Date ?? DateOnly.MaxValue).ThenBy(p => p.Id)
                .Select(p => new SnapshotPoint(p.Date, p.DateText, p.Value, p.ValueText, p.ChangeText)),
        ],
        Reading = _signals.ReadingOf(measure.Id),
    };

    private SnapshotRecommendation Recommendation(Recommendation recommendation) => new()
    {
        Id = recommendation.Id,
        Number = recommendation.Number,
        Kind = recommendation.Kind,
        Text = recommendation.Text,
        IsReworded = recommendation.IsReworded,
        Projects = Answers(recommendation, l => l.ProjectId is { } id ? _projects.GetValueOrDefault(id)?.Number : null),
        Aims = Answers(recommendation, l => l.AimId is { } id ? _aims.GetValueOrDefault(id)?.Number : null),
        Statements = QuarterStatements.Snapshot(recommendation, rows.Plan.Id),
    };

    private static List<SnapshotAnswer> Answers(Recommendation recommendation, Func<RecommendationLink, string?> number) =>
        [.. recommendation.Links.Where(l => number(l) is not null).Select(l => new SnapshotAnswer(number(l)!, l.Basis))
            .OrderBy(a => a.Number, StringComparer.Ordinal).ThenBy(a => a.Basis)];

    private SnapshotEvidence Evidence(EvidenceVersion version)
    {
        var item = version.Item!;
        return new SnapshotEvidence
        {
            ItemId = item.Id,
            VersionId = version.Id,
            Version = version.Number,
            Title = item.Title,
            Form = item.Form,
            Kind = item.Kind,
            Sha256 = version.Sha256,
            AddedAt = version.AddedAt,
            ReleasedAt = version.ReleasedAt,
            Projects = Sorted(item.Links.Select(l => l.ProjectId ?? l.SubAction?.ProjectId ?? l.Update?.ProjectId ?? l.Measure?.ProjectId)
                .Select(id => id is { } known ? _projects.GetValueOrDefault(known)?.Number : null)),
            Recommendations = Sorted(item.Links.Select(l => l.Recommendation?.Number)),
        };
    }

    private (int Aim, int Project) PlaceOf(Measure measure)
    {
        var project = measure.ProjectId is { } id ? _projects.GetValueOrDefault(id) : null;
        var aim = (project?.AimId ?? measure.AimId) is { } aimId ? _aims.GetValueOrDefault(aimId) : null;
        return (aim?.Position ?? int.MaxValue, project?.Position ?? -1);
    }

    private bool IsSigner(Guid? user) => user is { } id && rows.People.GetValueOrDefault(id) is { IsChiefOfficer: true };

    /// <summary>Nothing is owed any more, so nothing is late.</summary>
    private static bool IsOver(ImprovementProject project) =>
        project.NoActionNeededReason is not null || project.Status.IsFinished();

    private static SnapshotSlip Slip(DeadlineSlip slip) => new(Of(slip.From), Of(slip.To), slip.Reason, slip.At);

    private static SnapshotDeadline Of(Deadline deadline) => new(deadline.Text, deadline.Kind, deadline.Due);

    private static List<string> Sorted(IEnumerable<string?> values) =>
        [.. values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
