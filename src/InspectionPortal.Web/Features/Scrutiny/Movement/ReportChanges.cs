using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>What moved from one frozen report to a later one, as a list. Its rules are those of the counts.</summary>
internal sealed class ReportChanges(PlanMovement plan, IReadOnlyDictionary<Guid, ScrutinyEdition> editions)
{
    private readonly ScrutinyEdition? _before = plan.Compared.Before is { } before ? editions.GetValueOrDefault(before.Id) : null;
    private readonly List<(ReportHead Head, ScrutinyEdition Edition)> _after =
        [.. plan.Compared.After.Where(r => editions.ContainsKey(r.Id)).Select(r => (r, editions[r.Id]))];

    private string Home => $"/{plan.Grant.Partnership.Slug}";

    public IEnumerable<PlanChange> List()
    {
        if (_after.Count == 0)
        {
            return [];
        }

        var (head, now) = _after[^1];
        var ratings = (_before?.Rated() ?? []).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Rating);
        var current = now.Rated().Select(p => p.Id).ToHashSet();
        var projects = _after.SelectMany(a => a.Edition.Rated().Select(p => (a.Head, Project: p))).GroupBy(p => p.Project.Id)
            .Select(g => g.Last());
        return projects.Select(p => Work(p.Head, p.Project, current.Contains(p.Project.Id) ? ratings.GetValueOrDefault(p.Project.Id)
            : p.Project.Rating))
            .OfType<PlanChange>()
            .Concat(Evidence())
            .Concat(now.Measures.Where(m => m.Worst() is not null).Select(m => Signal(head, m)));
    }

    private PlanChange? Work(ReportHead head, ScrutinyProject project, string? ratingBefore)
    {
        var key = plan.Newest?.RatingKey ?? [];
        var move = ReportMovement.Between(key, ratingBefore, project.Rating);
        var slips = !plan.Reports.Slipped.Contains(project.Id) ? [] : _after.SelectMany(a => a.Edition.Rated())
            .Where(p => p.Id == project.Id)
            .SelectMany(p => p.Slips).Where(s => ExpectedDates.IsLater(s.From.Due, s.To.Due)).ToList();
        return move == MoveKind.Same && slips.Count == 0 ? null : new PlanChange
        {
            Kind = ChangeKind.Work,
            When = head.Title,
            Answers = AnswersOf(project.Number),
            Item = $"{project.Number} {project.Title}",
            Href = $"{Home}/reports/{head.PeriodId}#project-{project.Id:N}",
            Move = move,
            Before = Rating.Find(key, ratingBefore),
            Now = Rating.Find(key, project.Rating),
            Slip = slips.Count == 0 ? null : $"Now {slips[^1].To.Text}, was {slips[0].From.Text}",
            Why = slips.Count > 0 ? slips[^1].Reason : project.Update?.Entries.Select(e => e.Text).FirstOrDefault(),
        };
    }

    private IEnumerable<PlanChange> Evidence() => _after.SelectMany(a => a.Edition.Evidence.Select(e => (a.Head, Evidence: e)))
        .Where(e => plan.Reports.Evidence.Contains(e.Evidence.ItemId)).GroupBy(e => e.Evidence.ItemId).Select(g => g.Last())
        .Select(e => new PlanChange
        {
            Kind = ChangeKind.Evidence,
            When = e.Head.Title,
            Answers = [.. e.Evidence.Recommendations.Concat(e.Evidence.Projects.SelectMany(AnswersOf)).Distinct(StringComparer.Ordinal)],
            Item = e.Evidence.Title,
            Href = $"{Home}/evidence/{e.Evidence.ItemId}",
            Why = StatusLabel.Of(e.Evidence.Kind),
        });

    private PlanChange Signal(ReportHead head, SnapshotMeasure measure) => new()
    {
        Kind = ChangeKind.Signal,
        When = measure.Reading?.FiguresTo is { } to ? DateFormat.Full(to) : head.Title,
        Answers = measure.ProjectNumber is { } number ? AnswersOf(number) : [],
        Item = measure.Title,
        Href = $"{Home}/reports/{head.PeriodId}#signals",
        Signal = measure.Worst(),
        Why = measure.Reading?.Signals[0].Sentence,
    };

    private List<string> AnswersOf(string project) =>
        [.. _after[^1].Edition.Recommendations.Where(r => r is { Projects: { } projects } && projects.Any(p => p.Number == project))
            .Select(r => r.Number)];
}
