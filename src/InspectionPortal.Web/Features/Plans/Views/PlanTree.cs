using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>Puts the rows of a plan together as a tree.</summary>
internal sealed class PlanTree
{
    private readonly IReadOnlyList<Rating> _key;
    private readonly DateOnly _today;
    private readonly ILookup<Guid, AnswerItem> _answers;
    private readonly ILookup<Guid, StepRow> _steps;
    private readonly ILookup<Guid, MeasureRow> _measures;

    public PlanTree(IReadOnlyList<Rating> key, DateOnly today, IReadOnlyList<AskedItem> asked, IReadOnlyList<StepRow> steps, IReadOnlyList<MeasureRow> measures)
    {
        (_key, _today) = (key, today);
        var measured = measures.ToDictionary(m => m.Id, OwnerOf);
        _answers = asked.SelectMany(r => r.Links.Select(l => (Owner: l.ProjectId ?? l.DriverId ?? l.AimId ?? Measured(l, measured), Answer: new AnswerItem(r.Id, r.Number, l.Basis))))
            .Where(l => l.Owner != Guid.Empty).ToLookup(l => l.Owner, l => l.Answer);
        _steps = steps.ToLookup(s => s.ProjectId);
        _measures = measures.ToLookup(OwnerOf);
    }

    public ProjectItem Project(ProjectRow row)
    {
        var isFinished = row.NoActionNeededReason is not null || row.Status.IsFinished();
        var note = DeadlineNote.Of(row.Deadline, _today, isFinished);
        List<StepItem> steps = [.. _steps[row.Id].Select(s => Step(s, isFinished))];
        return new ProjectItem(
            row.Id, row.AimId, row.DriverId, row.Number, row.Title, [.. row.Leads.Select(l => l.ToName())], row.LeadsText, row.Deadline, row.Forecast,
            row.Status, Rating.Find(_key, row.Rag), row.NoActionNeededReason, row.ExternalReference, row.IsChangeIdea, row.Source, row.Slips,
            steps, MeasuresOf(row.Id), AnswersOf(row.Id), Lateness.Of(note, steps.Select(s => s.Note)));
    }

    /// <summary>An aim with the drivers that have something of <paramref name="projects"/> below them, or all of them.</summary>
    public AimItem Aim(AimRow row, IReadOnlyList<ProjectItem> projects, bool withEmpty)
    {
        var known = row.Drivers.Select(d => d.Id).ToHashSet();
        var byDriver = projects.ToLookup(p => p.DriverId is { } id && known.Contains(id) ? id : Guid.Empty);
        var byParent = row.Drivers.ToLookup(d => d.ParentId is { } id && known.Contains(id) ? id : Guid.Empty);
        return new AimItem(
            row.Id, row.Number, row.Statement, row.Vision, row.Source, Drivers(Guid.Empty, byParent, byDriver, withEmpty), [.. byDriver[Guid.Empty]],
            MeasuresOf(row.Id), AnswersOf(row.Id));
    }

    private List<DriverItem> Drivers(Guid parent, ILookup<Guid, DriverRow> byParent, ILookup<Guid, ProjectItem> byDriver, bool withEmpty) =>
    [
        .. byParent[parent]
            .Select(d => new DriverItem(
                d.Id, d.Text, d.Source, Drivers(d.Id, byParent, byDriver, withEmpty), [.. byDriver[d.Id]], MeasuresOf(d.Id), AnswersOf(d.Id)))
            .Where(d => withEmpty || d.All.Count > 0),
    ];

    private StepItem Step(StepRow row, bool isProjectFinished) => new(
        row.Id, row.ProjectId, row.Text, row.Category, row.Deadline, row.Status, row.OwnersText, [.. row.Owners.Select(o => o.ToName())],
        Lateness.OfStep(row.Deadline, row.Status, _today, isProjectFinished));

    private List<MeasureItem> MeasuresOf(Guid owner) =>
    [
        .. _measures[owner].Select(m => new MeasureItem(m.Id, m.Title, m.Kind, m.Deadline, m.LeadId, m.Lead, DeadlineNote.Of(m.Deadline, _today, isFinished: false))),
    ];

    /// <summary>What an item answers, each once, stated before inferred.</summary>
    private List<AnswerItem> AnswersOf(Guid owner) =>
        [.. _answers[owner].GroupBy(a => a.RecommendationId).Select(g => g.OrderBy(a => a.Basis).First())];

    private static Guid OwnerOf(MeasureRow measure) => measure.ProjectId ?? measure.DriverId ?? measure.AimId ?? Guid.Empty;

    /// <summary>A link to a measure counts for what is measured.</summary>
    private static Guid Measured(AskedLink link, Dictionary<Guid, Guid> measured) =>
        link.MeasureId is { } id && measured.TryGetValue(id, out var owner) ? owner : Guid.Empty;
}
