namespace InspectionPortal.Domain.Plans;

/// <summary>
/// Which work answers which recommendation, what is measured and what is shown: computed from links, never typed.
/// <para>The rule. A project answers a recommendation that is linked to it, to its driver or one above that, or to one of its measures; and
/// one that is linked to its aim, as long as nothing nearer than an aim is linked to that recommendation: many plans only file under an
/// aim, and where they also name the work, the work is what answers. A row that needs no action is no work; stopped work is named but
/// covers nothing. A recommendation is measured by the measures linked to it, those of the work that answers it, and those that hang on
/// an aim or driver linked to it. It is evidenced by what proves it, that work, or those measures; it is led where a responsibility is
/// named for some of the work. <c>AnsweringLinks</c> says the same to the database.</para>
/// </summary>
public sealed class Coverage
{
    private readonly CoverageInput _input;
    private readonly Dictionary<Guid, CoverageDriver> _drivers;
    private readonly ILookup<Guid, CoverageLink> _links;
    private readonly ILookup<Guid?, Guid> _measures;
    private readonly Dictionary<Guid, HashSet<Guid>> _above = [];

    private Coverage(CoverageInput input)
    {
        _input = input;
        _drivers = input.Drivers.ToDictionary(d => d.Id);
        _links = input.Links.ToLookup(l => l.RecommendationId);
        _measures = input.Measures.ToLookup(m => m.ProjectId, m => m.Id);
        Rows = [.. input.Recommendations.Select(Row)];
        Recommendations = new CoveragePart([.. Rows.Where(r => !r.Recommendation.IsOwn)]);
        OwnPriorities = new CoveragePart([.. Rows.Where(r => r.Recommendation.IsOwn)]);
        Orphans = OrphansAmong();
        Evidence = EvidenceAmong();
    }

    /// <summary>One for each recommendation, in the order given.</summary>
    public IReadOnlyList<CoverageRow> Rows { get; }

    /// <summary>What scrutiny bodies and others asked for.</summary>
    public CoveragePart Recommendations { get; }

    /// <summary>What the partnership set itself.</summary>
    public CoveragePart OwnPriorities { get; }

    /// <summary>
    /// Work in hand that answers none of <see cref="Recommendations"/>; empty where none is recorded, as then nothing can be said.
    /// </summary>
    public IReadOnlyList<CoverageOrphan> Orphans { get; }

    /// <summary>
    /// All items that prove something of these recommendations, projects and measures, whether or not they answer one another.
    /// </summary>
    public IReadOnlySet<Guid> Evidence { get; }

    public static Coverage Of(CoverageInput input) => new(input);

    private HashSet<Guid> EvidenceAmong()
    {
        var held = _input.Recommendations.Select(r => r.Id).Concat(_input.Projects.Select(p => p.Id)).Concat(_input.Measures.Select(m => m.Id)).ToHashSet();
        return [.. _input.Proofs.Where(p => new[] { p.RecommendationId, p.ProjectId, p.MeasureId }.Any(id => id is { } of && held.Contains(of))).Select(p => p.ItemId)];
    }

    private CoverageRow Row(CoverageRecommendation recommendation)
    {
        var links = _links[recommendation.Id].ToList();
        var isOnlyFiled = links.TrueForAll(l => l.AimId is not null);
        var work = _input.Projects.Where(p => p.State != CoverageState.NotNeeded)
            .Select(p => Answering(p, links, isOnlyFiled)).OfType<CoveringProject>().ToList();
        var projects = work.Select(w => w.Project.Id).ToHashSet();
        var measures = _input.Measures.Where(m => Measures(m, links, isOnlyFiled, projects)).Select(m => m.Id).ToHashSet();
        var evidence = _input.Proofs
            .Where(p => p.RecommendationId == recommendation.Id || (p.ProjectId is { } project && projects.Contains(project))
                || (p.MeasureId is { } measure && measures.Contains(measure)))
            .Select(p => p.ItemId).ToHashSet();
        return new CoverageRow(recommendation, work, measures, evidence, CoverageThemes.Find(recommendation.Theme, _input.Aims));
    }

    /// <summary>How the project answers, by its nearest link; a stated link makes the answer stated. Null where it does not.</summary>
    private CoveringProject? Answering(CoverageProject project, List<CoverageLink> links, bool isOnlyFiled)
    {
        var found = links.Select(l => (Link: l, Through: Through(l, project, isOnlyFiled))).Where(x => x.Through is not null).ToList();
        return found.Count == 0
            ? null
            : new CoveringProject(project, found.Min(x => x.Through!.Value), found.TrueForAll(x => x.Link.IsInferred));
    }

    private CoverageThrough? Through(CoverageLink link, CoverageProject project, bool isOnlyFiled) => link switch
    {
        { ProjectId: { } id } => id == project.Id ? CoverageThrough.Itself : null,
        { MeasureId: { } id } => _measures[project.Id].Contains(id) ? CoverageThrough.Measure : null,
        { DriverId: { } id } => Above(project.DriverId).Contains(id) ? CoverageThrough.Driver : null,
        { AimId: { } id } => isOnlyFiled && id == project.AimId ? CoverageThrough.Aim : null,
        _ => null,
    };

    private bool Measures(CoverageMeasure measure, List<CoverageLink> links, bool isOnlyFiled, HashSet<Guid> projects)
    {
        if (measure.ProjectId is { } project)
        {
            return projects.Contains(project);
        }

        var above = Above(measure.DriverId);
        var aim = measure.AimId ?? (isOnlyFiled && measure.DriverId is { } driver ? _drivers.GetValueOrDefault(driver)?.AimId : null);
        return links.Exists(l => l.MeasureId == measure.Id || (l.DriverId is { } d && above.Contains(d)) || (l.AimId is { } a && a == aim));
    }

    /// <summary>The driver and those above it; ends also where the drivers should stand in a circle.</summary>
    private HashSet<Guid> Above(Guid? driver)
    {
        if (driver is not { } first)
        {
            return [];
        }

        if (!_above.TryGetValue(first, out var above))
        {
            above = [];
            var next = driver;
            while (next is { } id && above.Add(id))
            {
                next = _drivers.GetValueOrDefault(id)?.ParentId;
            }

            _above[first] = above;
        }

        return above;
    }

    private List<CoverageOrphan> OrphansAmong()
    {
        if (Recommendations.Rows.Count == 0)
        {
            return [];
        }

        var answering = Recommendations.Rows.SelectMany(r => r.Work).Select(w => w.Project.Id).ToHashSet();
        var own = OwnPriorities.Rows.SelectMany(r => r.Work.Select(w => (w.Project.Id, r.Recommendation))).ToLookup(x => x.Id, x => x.Recommendation);
        return [.. _input.Projects.Where(p => p.State == CoverageState.InHand && !answering.Contains(p.Id))
            .Select(p => new CoverageOrphan(p, [.. own[p.Id]]))];
    }
}
