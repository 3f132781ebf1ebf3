using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;

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

    private readonly PlanState state;
    private readonly Dictionary<ImportedAim, StretchAim> aims = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ImportedProject, ImprovementProject> projects = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Guid> used = [];
    private readonly Dictionary<string, int> numbers;
    private readonly ILookup<string, ImprovementProject> byNumber;
    private readonly ILookup<string, ImprovementProject> byTitle;
    private readonly ILookup<Guid, ImprovementProject> byAim;

    public PlanMatches(PlanState state, ImportedPlan plan)
    {
        this.state = state;
        numbers = plan.Projects.Where(p => p.Number is not null).GroupBy(p => HeaderWords.Plain(p.Number!), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        byNumber = state.Projects.ToLookup(p => HeaderWords.Plain(p.Number), StringComparer.Ordinal);
        byTitle = state.Projects.SelectMany(p => new[] { HeaderWords.Plain(p.Title), HeaderWords.Plain(p.AimText ?? "") }.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Select(t => (Title: t, Project: p)))
            .ToLookup(t => t.Title, t => t.Project, StringComparer.Ordinal);
        byAim = state.Projects.ToLookup(p => p.AimId);
        foreach (var aim in plan.Aims)
        {
            Know(aim, state.Aims.Find(a => HeaderWords.Plain(a.Statement) == HeaderWords.Plain(aim.Title)));
        }

        foreach (var aim in plan.Aims.Where(a => a.Number is not null && !aims.ContainsKey(a)))
        {
            Know(aim, state.Aims.Find(a => HeaderWords.Plain(a.Number) == HeaderWords.Plain(aim.Number!) && !aims.ContainsValue(a)));
        }

        var pairs = plan.Aims.SelectMany(a => a.Projects.Concat(a.Drivers.SelectMany(d => d.AllProjects)).Select(p => (Aim: a, Project: p))).ToList();
        Pass(pairs, (a, p) => ByNumber(a, p, isSameTitle: true));
        Pass(pairs, (a, p) => numbers.GetValueOrDefault(HeaderWords.Plain(p.Number ?? "")) == 1 || aims.ContainsKey(a) ? ByNumber(a, p, isSameTitle: false) : null);
        foreach (var aim in plan.Aims.Where(a => !aims.ContainsKey(a)))
        {
            ByProjects(aim);
        }

        Pass(pairs, ByTitle);
        Pass(pairs, ByLikeness);
    }

    public StretchAim? Of(ImportedAim aim) => aims.GetValueOrDefault(aim);

    public ImprovementProject? Of(ImportedProject project) => projects.GetValueOrDefault(project);

    public bool IsUsed(StretchAim aim) => aims.ContainsValue(aim);

    public bool IsUsed(ImprovementProject project) => used.Contains(project.Id);

    /// <summary>A driver under the aim with these words, else the one under which the same projects stand.</summary>
    public KeyDriver? Driver(StretchAim aim, KeyDriver? parent, ImportedDriver driver)
    {
        var here = state.Drivers.Where(d => d.AimId == aim.Id && d.ParentId == parent?.Id).ToList();
        var titled = here.Find(d => HeaderWords.Plain(d.Text) == HeaderWords.Plain(driver.Title));
        if (titled is not null || driver.Projects.Count == 0)
        {
            return titled;
        }

        var known = driver.Projects.Select(Of).OfType<ImprovementProject>().Select(p => p.DriverId).ToList();
        return known.Count * 2 > driver.Projects.Count && known.Distinct().ToList() is [{ } only] && state.Projects.Count(p => p.DriverId == only) <= known.Count
            ? here.Find(d => d.Id == only)
            : null;
    }

    private void Know(ImportedAim aim, StretchAim? found)
    {
        if (found is not null)
        {
            aims[aim] = found;
        }
    }

    private void ByProjects(ImportedAim aim)
    {
        var own = aim.Projects.Concat(aim.Drivers.SelectMany(d => d.AllProjects)).ToList();
        var most = own.Select(Of).OfType<ImprovementProject>().GroupBy(p => p.AimId).OrderByDescending(g => g.Count()).FirstOrDefault();
        if (most is not null && most.Count() * 2 > own.Count)
        {
            Know(aim, state.Aims.Find(a => a.Id == most.Key && !aims.ContainsValue(a)));
        }
    }

    private void Pass(List<(ImportedAim Aim, ImportedProject Project)> pairs, Func<ImportedAim, ImportedProject, ImprovementProject?> find)
    {
        foreach (var (aim, project) in pairs.Where(p => !projects.ContainsKey(p.Project)))
        {
            if (find(aim, project) is { } found && used.Add(found.Id))
            {
                projects[project] = found;
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
        string[] wanted = under is null ? [HeaderWords.Plain(number)] : [HeaderWords.Plain(number), HeaderWords.Plain($"{under.Number}.{number}")];
        var found = wanted.Distinct(StringComparer.Ordinal).SelectMany(w => byNumber[w]).Where(p => !used.Contains(p.Id)).ToList();
        return isSameTitle
            ? Titled(project).FirstOrDefault(found.Contains)
            : found.Find(p => under is not null && p.AimId == under.Id) ?? found.Find(_ => numbers.GetValueOrDefault(HeaderWords.Plain(number)) == 1);
    }

    private ImprovementProject? ByTitle(ImportedAim aim, ImportedProject project) =>
        Of(aim) is { } under ? Titled(project).FirstOrDefault(p => p.AimId == under.Id && !used.Contains(p.Id))
        : aim.IsNameless ? Titled(project).FirstOrDefault(p => !used.Contains(p.Id)) : null;

    private ImprovementProject? ByLikeness(ImportedAim aim, ImportedProject project)
    {
        if (project.Number is not null || Of(aim) is not { } under)
        {
            return null;
        }

        var left = byAim[under.Id].Where(p => !used.Contains(p.Id)).Take(MostCompared + 1).ToList();
        return left.Count > MostCompared ? null : left
            .Select(p => (Project: p, Likeness: Math.Max(ImportWords.Likeness(p.Title, project.Title), ImportWords.Likeness(p.AimText ?? "", project.Title))))
            .Where(p => p.Likeness >= Alike).OrderByDescending(p => p.Likeness).Select(p => p.Project).FirstOrDefault();
    }

    /// <summary>Those whose title or aim has the words of the row's, cut or whole.</summary>
    private IEnumerable<ImprovementProject> Titled(ImportedProject project)
    {
        var whole = byTitle[HeaderWords.Plain(project.Title)];
        return project.Title.Length > ImprovementProject.TitleMaxLength
            ? whole.Concat(byTitle[HeaderWords.Plain(ImportWords.Cut(project.Title, ImprovementProject.TitleMaxLength))]).Distinct()
            : whole;
    }
}
