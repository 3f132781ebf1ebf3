using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>
/// Which aims and projects of a file are which of the plan. A project is known by its number, else by its title under the
/// same aim, else by a title that is nearly the same; an aim by its words, its number, or the projects that stand under it.
/// </summary>
internal sealed class PlanMatches
{
    private const double Alike = 0.6;

    /// <summary>With more under one aim than this left over, likeness says little and takes long.</summary>
    private const int MostCompared = 200;

    private readonly ExistingPlan _state;
    private readonly Dictionary<ImportedAim, StretchAim> _aims = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ImportedProject, ImprovementProject> _projects = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Guid> _used = [];
    private readonly HashSet<Guid> _usedAims = [];
    private readonly Dictionary<(Guid Aim, Guid? Parent, string Title), KeyDriver> _driversByTitle = [];
    private readonly Dictionary<(Guid Aim, Guid? Parent), int> _lastDrivers = [];
    private readonly Dictionary<string, int> _numbers;
    private readonly ILookup<string, ImprovementProject> _byNumber;
    private readonly ILookup<string, ImprovementProject> _byTitle;
    private readonly ILookup<Guid, ImprovementProject> _byAim;

    public PlanMatches(ExistingPlan state, ImportedPlan plan)
    {
        _state = state;
        state.Drivers.ForEach(d => Add(d, d.Text));
        _numbers = plan.Projects.Where(p => p.Number is not null).GroupBy(p => HeaderSynonyms.Plain(p.Number!), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        _byNumber = state.Projects.ToLookup(p => HeaderSynonyms.Plain(p.Number), StringComparer.Ordinal);
        _byTitle = state.Projects.SelectMany(p => new[] { HeaderSynonyms.Plain(p.Title), HeaderSynonyms.Plain(p.AimText ?? "") }.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Select(t => (Title: t, Project: p)))
            .ToLookup(t => t.Title, t => t.Project, StringComparer.Ordinal);
        _byAim = state.Projects.ToLookup(p => p.AimId);
        var stated = state.Aims.ToLookup(a => HeaderSynonyms.Plain(a.Statement), StringComparer.Ordinal);
        var numbered = state.Aims.ToLookup(a => HeaderSynonyms.Plain(a.Number), StringComparer.Ordinal);
        foreach (var aim in plan.Aims)
        {
            Know(aim, stated[HeaderSynonyms.Plain(aim.Title)].FirstOrDefault());
        }

        foreach (var aim in plan.Aims.Where(a => a.Number is not null && !_aims.ContainsKey(a)))
        {
            Know(aim, numbered[HeaderSynonyms.Plain(aim.Number!)].FirstOrDefault(a => !IsUsed(a)));
        }

        var pairs = plan.Aims.SelectMany(a => a.Projects.Concat(a.Drivers.SelectMany(d => d.AllProjects)).Select(p => (Aim: a, Project: p))).ToList();
        Pass(pairs, (a, p) => ByNumber(a, p, isSameTitle: true));
        Pass(pairs, (a, p) => _numbers.GetValueOrDefault(HeaderSynonyms.Plain(p.Number ?? "")) == 1 || _aims.ContainsKey(a) ? ByNumber(a, p, isSameTitle: false) : null);
        foreach (var aim in plan.Aims.Where(a => !_aims.ContainsKey(a)))
        {
            ByProjects(aim);
        }

        Pass(pairs, ByTitle);
        Pass(pairs, ByLikeness);
    }

    public StretchAim? Of(ImportedAim aim) => _aims.GetValueOrDefault(aim);

    public ImprovementProject? Of(ImportedProject project) => _projects.GetValueOrDefault(project);

    public bool IsUsed(StretchAim aim) => _usedAims.Contains(aim.Id);

    public bool IsUsed(ImprovementProject project) => _used.Contains(project.Id);

    /// <summary>The position of the last driver under an aim or another driver; -1 where there is none.</summary>
    public int LastPosition(StretchAim aim, KeyDriver? parent) => _lastDrivers.GetValueOrDefault((aim.Id, parent?.Id), -1);

    /// <summary>Knows a driver by its words from now on.</summary>
    public void Add(KeyDriver driver, string words)
    {
        _driversByTitle.TryAdd((driver.AimId, driver.ParentId, HeaderSynonyms.Plain(words)), driver);
        var place = (driver.AimId, driver.ParentId);
        _lastDrivers[place] = Math.Max(_lastDrivers.GetValueOrDefault(place, -1), driver.Position);
    }

    /// <summary>A driver under the aim with these words, else the one under which the same projects stand.</summary>
    public KeyDriver? Driver(StretchAim aim, KeyDriver? parent, ImportedDriver driver)
    {
        if (_driversByTitle.TryGetValue((aim.Id, parent?.Id, HeaderSynonyms.Plain(driver.Title)), out var titled) || driver.Projects.Count == 0)
        {
            return titled;
        }

        var known = driver.Projects.Select(Of).OfType<ImprovementProject>().Select(p => p.DriverId).ToList();
        return known.Count * 2 > driver.Projects.Count && known.Distinct().ToList() is [{ } only] && _state.Projects.Count(p => p.DriverId == only) <= known.Count
            ? _state.Drivers.Find(d => d.Id == only && d.AimId == aim.Id && d.ParentId == parent?.Id)
            : null;
    }

    private void Know(ImportedAim aim, StretchAim? found)
    {
        if (found is not null)
        {
            _aims[aim] = found;
            _usedAims.Add(found.Id);
        }
    }

    private void ByProjects(ImportedAim aim)
    {
        var own = aim.Projects.Concat(aim.Drivers.SelectMany(d => d.AllProjects)).ToList();
        var most = own.Select(Of).OfType<ImprovementProject>().GroupBy(p => p.AimId).OrderByDescending(g => g.Count()).FirstOrDefault();
        if (most is not null && most.Count() * 2 > own.Count)
        {
            Know(aim, _state.Aims.Find(a => a.Id == most.Key && !IsUsed(a)));
        }
    }

    private void Pass(List<(ImportedAim Aim, ImportedProject Project)> pairs, Func<ImportedAim, ImportedProject, ImprovementProject?> find)
    {
        foreach (var (aim, project) in pairs.Where(p => !_projects.ContainsKey(p.Project)))
        {
            if (find(aim, project) is { } found && _used.Add(found.Id))
            {
                _projects[project] = found;
            }
        }
    }

    private ImprovementProject? ByNumber(ImportedAim aim, ImportedProject project, bool isSameTitle)
    {
        if (project.Number is not { } number)
        {
            return null;
        }

        var under = Of(aim);
        string[] wanted = under is null ? [HeaderSynonyms.Plain(number)] : [HeaderSynonyms.Plain(number), HeaderSynonyms.Plain($"{under.Number}.{number}")];
        var found = wanted.Distinct(StringComparer.Ordinal).SelectMany(w => _byNumber[w]).Where(p => !_used.Contains(p.Id)).ToList();
        return isSameTitle
            ? Titled(project).FirstOrDefault(found.Contains)
            : found.Find(p => under is not null && p.AimId == under.Id) ?? found.Find(_ => _numbers.GetValueOrDefault(HeaderSynonyms.Plain(number)) == 1);
    }

    private ImprovementProject? ByTitle(ImportedAim aim, ImportedProject project) =>
        Of(aim) is { } under ? Titled(project).FirstOrDefault(p => p.AimId == under.Id && !_used.Contains(p.Id))
        : aim.IsNameless ? Titled(project).FirstOrDefault(p => !_used.Contains(p.Id)) : null;

    private ImprovementProject? ByLikeness(ImportedAim aim, ImportedProject project)
    {
        if (project.Number is not null || Of(aim) is not { } under)
        {
            return null;
        }

        var left = _byAim[under.Id].Where(p => !_used.Contains(p.Id)).Take(MostCompared + 1).ToList();
        return left.Count > MostCompared ? null : left
            .Select(p => (Project: p, Likeness: Math.Max(ImportMessages.Likeness(p.Title, project.Title), ImportMessages.Likeness(p.AimText ?? "", project.Title))))
            .Where(p => p.Likeness >= Alike).OrderByDescending(p => p.Likeness).Select(p => p.Project).FirstOrDefault();
    }

    /// <summary>Those whose title or aim has the words of the row's, cut or whole.</summary>
    private IEnumerable<ImprovementProject> Titled(ImportedProject project)
    {
        var whole = _byTitle[HeaderSynonyms.Plain(project.Title)];
        return project.Title.Length > ImprovementProject.TitleMaxLength
            ? whole.Concat(_byTitle[HeaderSynonyms.Plain(EnglishText.CutKeepingLines(project.Title, ImprovementProject.TitleMaxLength))]).Distinct()
            : whole;
    }
}
