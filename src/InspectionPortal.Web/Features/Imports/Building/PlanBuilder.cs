using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Imports.Finding;

namespace InspectionPortal.Web.Features.Imports.Building;

/// <summary>Makes the plan of the contract from what was found.</summary>
internal sealed class PlanBuilder(FoundPlan plan, IReadOnlyList<MappedColumn> columns, ImportHints hints, ImportIssues issues)
{
    private readonly int[] levels = Enumerable.Range(0, columns.Count).Where(i => columns[i].Field == ImportField.Aim)
        .Concat(Enumerable.Range(0, columns.Count).Where(i => columns[i].Field == ImportField.Driver)).ToArray();

    private readonly Dictionary<string, PlanRow> seen = new(StringComparer.Ordinal);

    public ImportedPlan Build(string name)
    {
        var tree = new AimTree(issues);
        var projects = new ProjectBuilder(columns, hints, issues);
        var groupsByFinding = columns.All(c => c.Field is not (ImportField.Aim or ImportField.Driver));
        var fallback = plan.Title ?? Path.GetFileNameWithoutExtension(name);
        var hasPlace = false;
        var isNameless = false;
        foreach (var item in new RowJoiner(plan, columns, issues).Join())
        {
            if (item is BannerItem banner)
            {
                tree.Add(banner);
                hasPlace = true;
                continue;
            }

            var row = (PlanRow)item;
            var project = projects.Build(row);
            if (IsLeftOut(row, project))
            {
                continue;
            }

            if (project.Recommendations.Count == 0 && tree.Finding is { } named)
            {
                project.Recommendations = [named];
            }

            var own = levels.Select(i => string.Join(' ', row.Lines[i].Select(l => l.Text))).Select(t => CellContent.IsNothing(t) ? "" : t).ToList();
            var finding = groupsByFinding && !hasPlace && tree.Finding is null ? string.Join(' ', project.Recommendations) : "";
            if (finding.Length > 0)
            {
                own.Add(finding);
            }

            hasPlace = hasPlace && !finding.Equals(own.LastOrDefault(), StringComparison.Ordinal);
            if (own.TrueForAll(o => o.Length == 0) && tree.Aims.Count == 0)
            {
                issues.Doubt(row.Where, $"The plan names no aim; its rows were put under '{fallback}'.");
            }

            tree.Place(own, fallback).Add(project);
            isNameless |= own.TrueForAll(o => o.Length == 0) && tree.Aims is [var only] && only.Title == fallback;
            if (finding.Length > 0)
            {
                var aim = tree.Aim(finding);
                aim.Recommendations.AddRange(project.Recommendations.Where(r => !aim.Recommendations.Contains(r, StringComparer.Ordinal)));
            }
        }

        projects.Finish();
        foreach (var aim in tree.Aims.Where(a => isNameless && a.Title == fallback))
        {
            aim.IsNameless = true;
        }

        return new ImportedPlan(tree.Aims.Where(a => a.Projects.Count + a.Drivers.Count + a.Outcomes.Count > 0 || a.Vision is not null).ToList());
    }

    /// <summary>Says where a row stands twice; true where somebody chose to leave it out.</summary>
    private bool IsLeftOut(PlanRow row, ImportedProject project)
    {
        var key = HeaderWords.Plain(project.Title);
        if (key.Length < 12)
        {
            return false;
        }

        var others = project.SubActions.Where(s => s.Category == "other").Select(s => HeaderWords.Plain(s.Text)).Append(key).Distinct(StringComparer.Ordinal);
        foreach (var words in others.Where(w => w.Length >= 12))
        {
            if (seen.TryGetValue(words, out var first) && first != row)
            {
                var ask = ImportQuestion.Ask(
                    hints.Readings, ImportQuestion.At("twice", row.Where), new ImportOption(ImportQuestion.Suggested, "Keep both"), new ImportOption(ImportQuestion.LeaveOut, "Leave this row out"));
                issues.Doubt(row.Where, $"The action '{(project.Title.Length > 60 ? $"{project.Title[..57]}…" : project.Title)}' stands in {first.Where} too, perhaps with cells shifted. Both rows are kept.", ask);
                return ask.Chosen == ImportQuestion.LeaveOut;
            }

            seen.TryAdd(words, row);
        }

        return false;
    }
}
