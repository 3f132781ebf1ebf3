using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.PlanDocuments.Reading;

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
    private readonly ExistingPlan _state;
    private readonly Guid _planId;
    private readonly MergeLog _log = new();
    private readonly ImportIssues _issues = new();
    private readonly LeadResolver _leads;
    private readonly RecommendationResolver _recommendations;
    private readonly ProjectMerger _projects;
    private readonly List<MergedRow> _rows = [];
    private readonly HashSet<Guid> _drivers = [];
    private readonly HashSet<string> _aimNumbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingBudget? _budget;
    private int _lastAim;
    private PlanMatches _matches = null!;

    /// <param name="state">The plan as it stands.</param>
    /// <param name="planId">Its id, or that of a new one.</param>
    /// <param name="setting">What the import is done with.</param>
    /// <param name="budget">What the work may cost; null for no limit.</param>
    public PlanMerger(ExistingPlan state, Guid planId, MergeSetting setting, ReadingBudget? budget = null)
    {
        _budget = budget;
        (_state, _planId) = (state, planId);
        foreach (var row in state.Copied?.Rows ?? [])
        {
            _log.Know(row.Id, state.Copied!.NameOf(row));
            _log.Add(row, "copy", row.Id.ToString());
        }

        _leads = new LeadResolver(state, _log, setting.Choices);
        _recommendations = new RecommendationResolver(state, _log, _issues);
        _projects = new ProjectMerger(state, _log, _issues, new ProjectDetailMerger(state, _log, _leads, _issues, setting), setting);
    }

    public MergedPlan Merge(ImportedPlan plan)
    {
        var before = (Aims: _state.Aims.ToList(), Drivers: _state.Drivers.ToList(), Projects: _state.Projects.ToList());
        _matches = new PlanMatches(_state, plan);
        _lastAim = _state.Aims.Select(a => a.Position).DefaultIfEmpty(-1).Max();
        _aimNumbers.UnionWith(_state.Aims.Select(a => a.Number));
        _projects.Reserved.UnionWith(plan.Projects.Select(p => p.Number?.Trim()).OfType<string>());
        foreach (var imported in plan.Aims)
        {
            var all = imported.Projects.Concat(imported.Drivers.SelectMany(d => d.AllProjects)).ToList();
            var aim = _matches.Of(imported);
            if (aim is null && imported.IsNameless && all.Count > 0 && all.TrueForAll(p => _matches.Of(p) is not null))
            {
                all.ForEach(p => Project(p, null, null, mayMove: false));
                continue;
            }

            aim = Aim(imported, aim);
            imported.Projects.ForEach(p => Project(p, aim, null, !imported.IsNameless));
            imported.Drivers.ForEach(d => Driver(d, aim, null));
        }

        CopiedAlone(before.Aims, before.Drivers);
        var (aimsInUse, driversInUse) = (_state.Projects.Select(p => p.AimId).ToHashSet(), _state.Projects.Select(p => p.DriverId).ToHashSet());
        string[] left =
        [
            .. before.Aims.Where(IsStored).Where(a => !_matches.IsUsed(a) && !aimsInUse.Contains(a.Id)).Select(a => $"Aim {a.Number}: {EnglishText.Cut(a.Statement, 120)}"),
            .. before.Drivers.Where(IsStored).Where(d => !_drivers.Contains(d.Id) && !driversInUse.Contains(d.Id)).Select(d => $"Driver: {EnglishText.Cut(d.Text, 120)}"),
            .. before.Projects.Where(IsStored).Where(p => !_matches.IsUsed(p)).Select(p => $"{p.Number} {EnglishText.Cut(p.Title, 120)}"),
            .. _projects.StepsNotInFile,
        ];
        return new MergedPlan(_log, _rows, left, _leads.Unknown, _issues.InOrder());
    }

    /// <summary>What came with the copy alone, for the file has no row of it: an aim without projects in a sheet.</summary>
    private void CopiedAlone(IEnumerable<StretchAim> aims, IEnumerable<KeyDriver> drivers)
    {
        _rows.AddRange(aims.Where(a => !IsStored(a) && !_matches.IsUsed(a))
            .Select(a => new MergedRow(MergeKind.Aim, a.Number, a.Statement, MergeMark.New)));
        _rows.AddRange(drivers.Where(d => !IsStored(d) && !_drivers.Contains(d.Id))
            .Select(d => new MergedRow(MergeKind.Driver, null, d.Text, MergeMark.New)));
    }

    /// <summary>False for what came with the copy of a plan in the file: it is new here.</summary>
    private bool IsStored(TenantEntity row) => _state.Copied?.Ids.Contains(row.Id) != true;

    /// <summary>True where the file still says what its copy says: that has the text as it was, with its lines and spaces.</summary>
    private bool IsCopied(TenantEntity? stored, string text, string words) =>
        stored is not null && !IsStored(stored) && PlanCopyCells.AreSame(text, words);

    private StretchAim Aim(ImportedAim imported, StretchAim? stored)
    {
        var told = new List<string>();
        var aim = stored;
        if (aim is null)
        {
            aim = new StretchAim { PlanId = _planId, Number = Number(imported), Position = ++_lastAim, Statement = "" };
            _state.Aims.Add(aim);
            _log.Add(aim, "", imported.Title);
        }

        var text = new FieldMerger(_log, _issues, aim, stored is null, $"Aim “{EnglishText.Cut(imported.Title, 60)}”", told);
        if (stored is not null && !imported.IsNameless && ImportMessages.AreStrangers(aim.Statement, imported.Title))
        {
            _issues.Warn($"Aim “{EnglishText.Cut(imported.Title, 60)}”", $"In the plan, number {aim.Number} is “{EnglishText.Cut(aim.Statement, 120)}”. The file uses this number for different text, which would replace it. If it is a different aim, give it another number in the file.");
        }

        if ((!imported.IsNameless || stored is null) && !IsCopied(stored, aim.Statement, imported.Title))
        {
            text.Set(nameof(StretchAim.Statement), "Words", aim.Statement, imported.Title, StretchAim.StatementMaxLength, v => aim.Statement = v!);
        }

        text.Set(nameof(StretchAim.Vision), "Vision", aim.Vision, imported.Vision, StretchAim.VisionMaxLength, v => aim.Vision = v);
        var fresh = imported.Outcomes.Where(o => !aim.KeyOutcomes.Exists(k => HeaderSynonyms.Plain(k) == HeaderSynonyms.Plain(o))).ToList();
        if (fresh.Count > 0 && _log.Set<List<string>>(aim, nameof(StretchAim.KeyOutcomes), aim.KeyOutcomes, [.. aim.KeyOutcomes, .. fresh], v => aim.KeyOutcomes = v))
        {
            told.Add($"{EnglishText.Count(fresh.Count, "key outcome")} added");
        }

        _recommendations.Link(imported.Recommendations, $"Aim “{EnglishText.Cut(imported.Title, 60)}”", stored?.Id.ToString() ?? imported.Title, aim.Id, l => Aimed(l, aim.Id));
        _rows.Add(new MergedRow(MergeKind.Aim, aim.Number, aim.Statement, Mark(stored, told)) { Changes = told });
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
        if (imported.Number is { Length: > 0 and <= StretchAim.NumberMaxLength } own && _aimNumbers.Add(own))
        {
            return own;
        }

        var first = _aimNumbers.Count + 1;
        return Enumerable.Range(first, first).Select(n => $"{n}").First(_aimNumbers.Add);
    }

    private void Driver(ImportedDriver imported, StretchAim aim, KeyDriver? parent)
    {
        var stored = _matches.Driver(aim, parent, imported);
        var driver = stored;
        if (driver is null)
        {
            driver = new KeyDriver
            {
                AimId = aim.Id,
                ParentId = parent?.Id,
                Position = _matches.LastPosition(aim, parent) + 1,
                Text = "",
            };
            _state.Drivers.Add(driver);
            _matches.Add(driver, imported.Title);
            _log.Add(driver, aim.Statement, imported.Title);
        }

        _drivers.Add(driver.Id);
        var told = new List<string>();
        var where = $"Driver “{EnglishText.Cut(imported.Title, 60)}”";
        var words = IsCopied(stored, driver.Text, imported.Title) ? null : imported.Title;
        new FieldMerger(_log, _issues, driver, stored is null, where, told)
            .Set(nameof(KeyDriver.Text), "Words", driver.Text, words, KeyDriver.TextMaxLength, v => driver.Text = v!);
        _recommendations.Link(imported.Recommendations, where, stored?.Id.ToString() ?? imported.Title, driver.Id, l => Driven(l, driver.Id));
        _projects.Parts.Measures(imported.Measures, driver.Id, where, stored is null ? [] : told, () => new Measure { PlanId = _planId, DriverId = driver.Id, Title = "" });
        _rows.Add(new MergedRow(MergeKind.Driver, null, driver.Text, Mark(stored, told)) { Changes = told });
        imported.Projects.ForEach(p => Project(p, aim, driver, mayMove: true));
        imported.Drivers.ForEach(d => Driver(d, aim, driver));
    }

    private void Project(ImportedProject imported, StretchAim? aim, KeyDriver? driver, bool mayMove)
    {
        _budget?.Step();
        var stored = _matches.Of(imported);
        var told = new List<string>();
        var project = _projects.Merge(imported, stored, aim, driver, mayMove, told);
        var named = imported.Own is null ? imported.Recommendations : _recommendations.NotAnswered(imported.Recommendations, [project.AimId, .. Above(project.DriverId)]);
        var left = _recommendations.Link(named, imported.Source, stored?.Id.ToString() ?? project.Number, project.Id, l => Answering(l, project.Id));
        _projects.Keep(imported, project, stored is null, left, told);
        _projects.Parts.Measures(imported.Measures, project.Id, imported.Source, stored is null ? [] : told, () => new Measure { PlanId = _planId, ProjectId = project.Id, Title = "" });
        var steps = _projects.Parts.Steps(imported, project);
        if (stored is not null && !IsStored(stored))
        {
            steps = [.. ExistingPlan.Of(_state.Steps, project.Id).Select(s => new MergedStep(s.Text, MergeMark.New))];
        }

        var changedSteps = steps.Count(s => s.Mark != MergeMark.Same);
        if (changedSteps > 0 && stored is not null)
        {
            told.Add($"{EnglishText.Count(changedSteps, "sub-action")} new or changed");
        }

        _rows.Add(new MergedRow(MergeKind.Project, project.Number, project.Title, Mark(stored, told))
        {
            Changes = told,
            Leads = _projects.Parts.LeadNames(project),
            Deadline = project.Deadline.Text,
            Steps = steps,
            Source = imported.Source,
        });
    }

    private IEnumerable<Guid> Above(Guid? driverId)
    {
        for (var driver = _state.Drivers.Find(d => d.Id == driverId); driver is not null; driver = _state.Drivers.Find(d => d.Id == driver.ParentId))
        {
            yield return driver.Id;
        }
    }

    private MergeMark Mark(TenantEntity? stored, List<string> told) =>
        stored is null || !IsStored(stored) ? MergeMark.New : told.Count > 0 ? MergeMark.Changed : MergeMark.Same;
}
