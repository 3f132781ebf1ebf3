using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.TableDetection;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Makes the plan of the contract from what was found.</summary>
internal sealed class PlanBuilder(FoundPlan plan, IReadOnlyList<MappedColumn> columns, ImportHints hints, ImportIssues issues, ReadingBudget budget)
{
    private readonly int[] _levels = Enumerable.Range(0, columns.Count).Where(i => columns[i].Field == ImportField.Aim)
        .Concat(Enumerable.Range(0, columns.Count).Where(i => columns[i].Field == ImportField.Driver)).ToArray();

    private readonly Dictionary<string, PlanRow> _seen = new(StringComparer.Ordinal);

    public ImportedPlan Build(string name)
    {
        var tree = new AimTree(issues);
        var projects = new ProjectBuilder(columns, hints, issues);
        var groupsByFinding = columns.All(c => c.Field is not (ImportField.Aim or ImportField.Driver));
        var fallback = plan.Title ?? Path.GetFileNameWithoutExtension(name);
        var hasPlace = false;
        var isNameless = false;
        foreach (var item in new RowJoiner(plan, columns, issues, budget).Join())
        {
            budget.Step();
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

            var own = _levels.Select(i => string.Join(' ', row.Lines(i).Select(l => l.Text))).Select(t => CellContent.IsNothing(t) ? "" : t).ToList();
            var finding = groupsByFinding && !hasPlace && tree.Finding is null ? string.Join(' ', project.Recommendations) : "";
            if (finding.Length > 0)
            {
                own.Add(finding);
            }

            hasPlace = hasPlace && !finding.Equals(own.LastOrDefault(), StringComparison.Ordinal);
            if (own.TrueForAll(o => o.Length == 0) && tree.Aims.Count == 0)
            {
                issues.Warn(row.Where, $"The plan has no aim, so its rows are under '{fallback}'.");
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
        var key = HeaderSynonyms.Plain(project.Title);
        if (key.Length < 12)
        {
            return false;
        }

        var others = project.SubActions.Where(s => s.Category == "other").Select(s => HeaderSynonyms.Plain(s.Text)).Append(key).Distinct(StringComparer.Ordinal);
        foreach (var words in others.Where(w => w.Length >= 12))
        {
            if (_seen.TryGetValue(words, out var first) && first != row)
            {
                var ask = ImportQuestion.Ask(
                    hints.Readings, ImportQuestion.At("twice", row.Where), new ImportOption(ImportQuestion.Suggested, "Keep both"), new ImportOption(ImportQuestion.LeaveOut, "Leave this row out"));
                issues.Warn(row.Where, $"The action '{EnglishText.Cut(project.Title, 60)}' is also in {first.Where}. Its cells may have shifted. Both rows are kept.", ask);
                return ask.Chosen == ImportQuestion.LeaveOut;
            }

            _seen.TryAdd(words, row);
        }

        return false;
    }
}
