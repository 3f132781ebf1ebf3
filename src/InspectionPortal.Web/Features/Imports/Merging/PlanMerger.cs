using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What an import is done with.</summary>
/// <param name="FileName">The file, for the places and reasons it leaves behind.</param>
/// <param name="Choices">What somebody chose.</param>
/// <param name="Key">The partnership's ratings.</param>
/// <param name="ByUserId">Who brings it in.</param>
/// <param name="Now">When.</param>
internal sealed record MergeSetting(string FileName, ImportChoices Choices, IReadOnlyList<Rating> Key, Guid ByUserId, DateTimeOffset Now);

/// <summary>
/// Lays what a file says over a plan as it stands: adds what is new, changes what differs, removes nothing. The same work
/// makes the preview and the saving; asks no database.
/// </summary>
internal sealed class PlanMerger
{
    private readonly PlanState state;
    private readonly Guid planId;
    private readonly MergeLog log = new();
    private readonly ImportIssues issues = new();
    private readonly LeadResolver leads;
    private readonly RecommendationResolver recommendations;
    private readonly ProjectMerger projects;
    private readonly List<MergedRow> rows = [];
    private readonly HashSet<Guid> drivers = [];
    private PlanMatches matches = null!;

    public PlanMerger(PlanState state, Guid planId, MergeSetting setting)
    {
        (this.state, this.planId) = (state, planId);
        leads = new LeadResolver(state, log, setting.Choices);
        recommendations = new RecommendationResolver(state, log, issues);
        projects = new ProjectMerger(state, log, issues, new ProjectParts(state, log, leads, issues, setting), setting);
    }

    public MergedPlan Merge(ImportedPlan plan)
    {
        var before = (Aims: state.Aims.ToList(), Drivers: state.Drivers.ToList(), Projects: state.Projects.ToList());
        matches = new PlanMatches(state, plan);
        projects.Reserved.UnionWith(plan.Projects.Select(p => p.Number?.Trim()).OfType<string>());
        foreach (var imported in plan.Aims)
        {
            var all = imported.Projects.Concat(imported.Drivers.SelectMany(d => d.AllProjects)).ToList();
            var aim = matches.Of(imported);
            if (aim is null && imported.IsNameless && all.Count > 0 && all.TrueForAll(p => matches.Of(p) is not null))
            {
                all.ForEach(p => Project(p, null, null, mayMove: false));
                continue;
            }

            aim = Aim(imported, aim);
            imported.Projects.ForEach(p => Project(p, aim, null, !imported.IsNameless));
            imported.Drivers.ForEach(d => Driver(d, aim, null));
        }

        string[] left =
        [
            .. before.Aims.Where(a => !matches.IsUsed(a) && !state.Projects.Any(p => p.AimId == a.Id)).Select(a => $"Aim {a.Number}: {ImportWords.Cut(a.Statement, 120)}"),
            .. before.Drivers.Where(d => !drivers.Contains(d.Id) && !state.Projects.Any(p => p.DriverId == d.Id)).Select(d => $"Driver: {ImportWords.Cut(d.Text, 120)}"),
            .. before.Projects.Where(p => !matches.IsUsed(p)).Select(p => $"{p.Number} {ImportWords.Cut(p.Title, 120)}"),
            .. projects.StepsNotInFile,
        ];
        return new MergedPlan(log, rows, left, leads.Unknown, issues.InOrder());
    }

    private StretchAim Aim(ImportedAim imported, StretchAim? stored)
    {
        var told = new List<string>();
        var aim = stored;
        if (aim is null)
        {
            aim = new StretchAim { PlanId = planId, Number = Number(imported), Position = state.Aims.Select(a => a.Position).DefaultIfEmpty(-1).Max() + 1, Statement = "" };
            state.Aims.Add(aim);
            log.Add(aim, "", imported.Title);
        }

        var text = new FieldMerger(log, issues, aim, stored is null, $"Aim “{ImportWords.Cut(imported.Title, 60)}”", told);
        if (stored is not null && !imported.IsNameless && ImportWords.AreStrangers(aim.Statement, imported.Title))
        {
            issues.Doubt($"Aim “{ImportWords.Cut(imported.Title, 60)}”", $"In the plan, number {aim.Number} is “{ImportWords.Cut(aim.Statement, 120)}”. The file has the same number and quite other words, which would take their place. If it is something else, give it another number in the file.");
        }

        if (!imported.IsNameless || stored is null)
        {
            text.Set(nameof(StretchAim.Statement), "Words", aim.Statement, imported.Title, StretchAim.StatementMaxLength, v => aim.Statement = v!);
        }

        text.Set(nameof(StretchAim.Vision), "Vision", aim.Vision, imported.Vision, StretchAim.VisionMaxLength, v => aim.Vision = v);
        var fresh = imported.Outcomes.Where(o => !aim.KeyOutcomes.Exists(k => HeaderWords.Plain(k) == HeaderWords.Plain(o))).ToList();
        if (fresh.Count > 0 && log.Set<List<string>>(aim, nameof(StretchAim.KeyOutcomes), aim.KeyOutcomes, [.. aim.KeyOutcomes, .. fresh], v => aim.KeyOutcomes = v))
        {
            told.Add($"{Words.Count(fresh.Count, "key outcome")} more");
        }

        recommendations.Link(imported.Recommendations, $"Aim “{ImportWords.Cut(imported.Title, 60)}”", stored?.Id.ToString() ?? imported.Title, aim.Id, l => Aimed(l, aim.Id));
        rows.Add(new MergedRow(MergeKind.Aim, aim.Number, aim.Statement, Mark(stored is null, told)) { Changes = told });
        return aim;
    }

    private static RecommendationLink Aimed(RecommendationLink link, Guid aimId)
    {
        link.AimId = aimId;
        return link;
    }

    private static RecommendationLink Driven(RecommendationLink link, Guid driverId)
    {
        link.DriverId = driverId;
        return link;
    }

    private static RecommendationLink Answering(RecommendationLink link, Guid projectId)
    {
        link.ProjectId = projectId;
        return link;
    }

    private string Number(ImportedAim imported)
    {
        var taken = state.Aims.Select(a => a.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (imported.Number is { Length: > 0 and <= StretchAim.NumberMaxLength } own && !taken.Contains(own))
        {
            return own;
        }

        return Enumerable.Range(taken.Count + 1, taken.Count + 1).Select(n => $"{n}").First(n => !taken.Contains(n));
    }

    private void Driver(ImportedDriver imported, StretchAim aim, KeyDriver? parent)
    {
        var stored = matches.Driver(aim, parent, imported);
        var driver = stored;
        if (driver is null)
        {
            driver = new KeyDriver
            {
                AimId = aim.Id,
                ParentId = parent?.Id,
                Position = state.Drivers.Where(d => d.AimId == aim.Id && d.ParentId == parent?.Id).Select(d => d.Position).DefaultIfEmpty(-1).Max() + 1,
                Text = "",
            };
            state.Drivers.Add(driver);
            log.Add(driver, aim.Statement, imported.Title);
        }

        drivers.Add(driver.Id);
        var told = new List<string>();
        var where = $"Driver “{ImportWords.Cut(imported.Title, 60)}”";
        new FieldMerger(log, issues, driver, stored is null, where, told)
            .Set(nameof(KeyDriver.Text), "Words", driver.Text, imported.Title, KeyDriver.TextMaxLength, v => driver.Text = v!);
        recommendations.Link(imported.Recommendations, where, stored?.Id.ToString() ?? imported.Title, driver.Id, l => Driven(l, driver.Id));
        projects.Parts.Measures(imported.Measures, driver.Id, where, stored is null ? [] : told, () => new Measure { PlanId = planId, DriverId = driver.Id, Title = "" });
        rows.Add(new MergedRow(MergeKind.Driver, null, driver.Text, Mark(stored is null, told)) { Changes = told });
        imported.Projects.ForEach(p => Project(p, aim, driver, mayMove: true));
        imported.Drivers.ForEach(d => Driver(d, aim, driver));
    }

    private void Project(ImportedProject imported, StretchAim? aim, KeyDriver? driver, bool mayMove)
    {
        var stored = matches.Of(imported);
        var told = new List<string>();
        var project = projects.Merge(imported, stored, aim, driver, mayMove, told);
        var named = imported.Own is null ? imported.Recommendations : recommendations.NotAnswered(imported.Recommendations, [project.AimId, .. Above(project.DriverId)]);
        var left = recommendations.Link(named, imported.Source, stored?.Id.ToString() ?? project.Number, project.Id, l => Answering(l, project.Id));
        projects.Keep(imported, project, stored is null, left, told);
        projects.Parts.Measures(imported.Measures, project.Id, imported.Source, stored is null ? [] : told, () => new Measure { PlanId = planId, ProjectId = project.Id, Title = "" });
        var steps = projects.Parts.Steps(imported, project);
        var changedSteps = steps.Count(s => s.Mark != MergeMark.Same);
        if (changedSteps > 0 && stored is not null)
        {
            told.Add($"{Words.Count(changedSteps, "sub-action")} new or changed");
        }

        rows.Add(new MergedRow(MergeKind.Project, project.Number, project.Title, Mark(stored is null, told))
        {
            Changes = told,
            Leads = projects.Parts.LeadNames(project),
            Deadline = project.Deadline.Text,
            Steps = steps,
            Source = imported.Source,
        });
    }

    private IEnumerable<Guid> Above(Guid? driverId)
    {
        for (var driver = state.Drivers.Find(d => d.Id == driverId); driver is not null; driver = state.Drivers.Find(d => d.Id == driver.ParentId))
        {
            yield return driver.Id;
        }
    }

    private static MergeMark Mark(bool isNew, List<string> told) => isNew ? MergeMark.New : told.Count > 0 ? MergeMark.Changed : MergeMark.Same;
}
