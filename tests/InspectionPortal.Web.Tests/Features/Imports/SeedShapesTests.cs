using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Testing;
using InspectionPortal.Web.Commands.Seeding;
using Xunit.Abstractions;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>
/// Word files shaped like the three tabular documents, filled from the seeds: pages with repeated headers, rows cut by a page
/// break, banner rows, merged cells, two-level headers. At least 98 of 100 cells must land in the right field by themselves.
/// </summary>
public sealed partial class SeedShapesTests(ITestOutputHelper output)
{
    private static readonly SeedFiles Files = new(Path.Combine(TestCluster.RepositoryRoot, "tenants-seed"));

    private readonly List<string> _wrong = [];
    private int _cells;

    [Fact]
    public void Read_AberdeenShape_PutsCellsInTheirFields()
    {
        var plan = Files.Read<PlanSeed>("aberdeen", "plan.yaml")!;
        Cell[] header = ["Stretch Outcome Aim", "Key Drivers", "Improvement project aim", "Key Improvement Measures", "Lead Responsibility", "Progress update"];
        var rows = new List<Cell[]>();
        foreach (var aim in plan.Aims)
        {
            foreach (var (driver, i) in aim.Drivers.Select((d, i) => (d, i)))
            {
                foreach (var (project, j) in driver.Projects.Select((p, j) => (p, j)))
                {
                    rows.Add([
                        new Cell(i + j == 0 ? aim.Statement : "") { Merge = i + j == 0 },
                        new Cell(j == 0 ? driver.Text : ""),
                        Action(project),
                        string.Join('\n', project.Measures.Select(m => Line(m.Title))),
                        project.LeadsWritten ?? "",
                        string.Join('\n', project.Entries.Select(e => Line($"{e.Agency} - {e.Text}".TrimStart(' ', '-')))),
                    ]);
                }
            }
        }

        var result = Paged(new WordFile().Heading("Action Plan").Text("October 2019 - October 2020"), header, rows, 3).Read();

        var aims = result.Plan.Aims;
        foreach (var (aim, i) in plan.Aims.Select((a, i) => (a, i)))
        {
            Check("aim", aim.Statement, aims.ElementAtOrDefault(i)?.Title);
            foreach (var (driver, j) in aim.Drivers.Select((d, j) => (d, j)))
            {
                var read = aims.ElementAtOrDefault(i)?.Drivers.ElementAtOrDefault(j);
                Check("driver", driver.Text, read?.Title);
                foreach (var (project, k) in driver.Projects.Select((p, k) => (p, k)))
                {
                    var found = read?.Projects.ElementAtOrDefault(k);
                    Check("title", Action(project), found?.Title);
                    Check("progress", string.Join('\n', project.Entries.Select(e => Line($"{e.Agency} - {e.Text}".TrimStart(' ', '-')))), found?.Progress);
                    Check("measures", string.Join('\n', project.Measures.Select(m => m.Title)), found is null ? null : string.Join('\n', found.Measures.Select(m => m.Title)));
                    Count("leads", project.Leads.Count, found?.Leads.Count, project.LeadsWritten);
                }
            }
        }

        Report(result);
    }

    [Fact]
    public void Read_JerseyShape_PutsCellsInTheirFields()
    {
        var plan = Files.Read<PlanSeed>("jersey", "plan.yaml")!;
        Cell[] header = ["What do we plan to do to get us there?", "What will make the difference?", "When will this happen?", "How will we measure our success?", "How will children know things are different (impact)?", "Lead", "Evidence of Progress", "RAG rating"];
        var file = new WordFile().Heading("Improvement Plan").Text("This plan answers two reports.");
        foreach (var aim in plan.Aims)
        {
            file.Table(
                [
                    [new Cell($"Driver of Success {aim.Number}. {aim.Statement}\n“{Line(aim.Vision ?? "")}”") { Across = 2 }],
                    ["Key Outcomes:", string.Join('\n', aim.KeyOutcomes.Select(o => $"- {Line(o)}"))],
                ],
                headerRows: 0);
            Paged(file, header, aim.Projects.Select(Row).ToList(), 3);
        }

        var result = file.Read();

        foreach (var (aim, i) in plan.Aims.Select((a, i) => (a, i)))
        {
            var read = result.Plan.Aims.ElementAtOrDefault(i);
            Check("aim", aim.Statement, read?.Title);
            Check("vision", aim.Vision ?? "", read?.Vision);
            Check("outcomes", string.Join('\n', aim.KeyOutcomes), read is null ? null : string.Join('\n', read.Outcomes));
            foreach (var (project, k) in aim.Projects.Select((p, k) => (p, k)))
            {
                var found = read?.Projects.ElementAtOrDefault(k);
                CheckTexts(project, found, isStacked: true);
                Check("evidence", project.Evidence ?? "", found?.Evidence ?? "");
                Count("leads", project.Leads.Count, found?.Leads.Count, project.LeadsWritten);
                Count("sub-actions", project.SubActions.Count, found?.SubActions.Count, project.Number);
            }
        }

        Report(result);

        static Cell[] Row(ProjectSeed p) =>
        [
            Lines(p.SubActions.Count > 0 ? string.Join("\n\n", p.SubActions.Select(s => Line(s.Text))) : p.AimText), Lines(p.Difference), Parts(p.Deadline), Lines(p.Success),
            Lines(p.Impact), Parts(p.LeadsWritten), Lines(p.Evidence), "",
        ];
    }

    [Fact]
    public void Read_DerbyShape_PutsCellsInTheirFields()
    {
        var plan = Files.Read<PlanSeed>("derby", "plan.yaml")!;
        string[] categories = ["closing-the-loop", "financial", "workforce", "partners", "systems", "leadership"];
        Cell[][] header =
        [
            [.. ((string[])["What?", "What area will this support an improvement in?*", "Accountable Officer(s)", "Deadline", "Closing the loop**"]).Select(h => new Cell(h) { Merge = true }), new Cell("Sub actions and implications") { Across = 5 }],
            [.. Enumerable.Range(0, 5).Select(_ => new Cell("") { Merge = false }), "Financial", "Staff and WFD", "Partners / stakeholders", "Systems, analysis and reporting", "Leadership***"],
        ];
        var rows = new List<Cell[]>();
        foreach (var aim in plan.Aims)
        {
            rows.Add([new Cell(aim.Statement) { Across = 10, IsBold = true }]);
            rows.AddRange(aim.Projects.Select(p => (Cell[])
                [Action(p), Lines(p.Difference), Lines(p.LeadsWritten), Lines(p.Deadline), .. categories.Select(c => CategoryCell(p, c))]));
        }

        var result = Paged(new WordFile().Heading("Improvement Plan 2017"), header, rows, 4).Read();

        foreach (var (aim, i) in plan.Aims.Select((a, i) => (a, i)))
        {
            var read = result.Plan.Aims.ElementAtOrDefault(i);
            Check("aim", aim.Statement, read?.Title);
            foreach (var (project, k) in aim.Projects.Select((p, k) => (p, k)))
            {
                var found = read?.Projects.ElementAtOrDefault(k);
                CheckTexts(project, found, isStacked: false);
                CheckActions(project, found, categories);
            }
        }

        Report(result);
    }

    private void CheckActions(ProjectSeed project, ImportedProject? found, string[] categories)
    {
        foreach (var note in project.CategoryNotes)
        {
            Check("note", note.Text, found?.CategoryNotes?.FirstOrDefault(n => n.Category == note.Category)?.Text);
        }

        foreach (var category in categories)
        {
            var read = found?.SubActions.Where(s => s.Category == category).ToList() ?? [];
            foreach (var (action, i) in project.SubActions.Where(s => s.Category == category).Select((s, i) => (s, i)))
            {
                var one = read.ElementAtOrDefault(i);
                Check($"{category} text", action.Text, one?.Text);
                Check($"{category} deadline", action.Deadline ?? "", one?.Deadline.Text);
                if (action.Unclear)
                {
                    continue;
                }

                Count($"{category} owners", action.Owners.Count, one?.Owners.Count, $"{action.OwnersWritten} => {string.Join(" | ", one?.Owners ?? [])}");
            }
        }
    }

    private static Cell CategoryCell(ProjectSeed project, string category)
    {
        var notes = project.CategoryNotes.Where(n => n.Category == category).Select(n => Line(n.Text));
        var actions = project.SubActions.Where(s => s.Category == category).Select(s =>
        {
            var tail = string.Join(" – ", ((string?[])[s.OwnersWritten, s.Deadline]).Where(t => !string.IsNullOrEmpty(t)).Select(t => Line(t!)));
            return $"- {Line(s.Text)}{(tail.Length == 0 ? "" : $" ({tail})")}";
        });
        return new Cell(string.Join('\n', notes.Concat(actions)));
    }

    private void CheckTexts(ProjectSeed project, ImportedProject? found, bool isStacked)
    {
        var first = isStacked ? project.SubActions.Select(s => Line(s.Text)).FirstOrDefault() ?? Action(project) : Action(project);
        Check("title", first, found?.Title);
        Check("difference", project.Difference ?? "", found?.Difference ?? "");
        Check("success", project.Success ?? "", found?.Success ?? "");
        Check("impact", project.Impact ?? "", found?.Impact ?? "");
        Check("deadline", project.Deadline ?? "", found?.Deadline.Text);
    }

    /// <summary>Rows as tables of a few, each under the same header; where a row is long, a page break cuts it.</summary>
    private static WordFile Paged(WordFile file, Cell[] header, List<Cell[]> rows, int onPage) => Paged(file, [header], rows, onPage);

    private static WordFile Paged(WordFile file, Cell[][] header, List<Cell[]> rows, int onPage)
    {
        var page = new List<Cell[]>();
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            page.Add(row);
            if (page.Count < onPage && i < rows.Count - 1)
            {
                continue;
            }

            var (upper, lower) = i < rows.Count - 1 && row.Length > 2 ? Cut(row) : (row, null);
            page[^1] = upper;
            file.Table([.. header, .. page], header.Length);
            page = lower is null ? [] : [lower];
        }

        if (page.Count > 0)
        {
            file.Table([.. header, .. page], header.Length);
        }

        return file;
    }

    /// <summary>A row in two, as a page break leaves it: long cells go on in the middle of their last sentence; null for the lower half where none is long.</summary>
    private static (Cell[] Upper, Cell[]? Lower) Cut(Cell[] row)
    {
        var upper = (Cell[])row.Clone();
        var lower = row.Select(c => new Cell("") { Merge = c.Merge is null ? null : false }).ToArray();
        var isCut = false;
        for (var i = 0; i < row.Length; i++)
        {
            var lines = row[i].Text.Split('\n');
            var words = lines[^1].Split(' ');
            var at = Array.FindIndex(words, Math.Min(8, words.Length), w => w.Length > 0 && char.IsLower(w[0]));
            var clean = at > 0 && words.Length > 16 && !words[at - 1].EndsWith('.') && !words[at - 1].EndsWith(':') && !words[at - 1].EndsWith(')') && !words[at - 1].EndsWith(';') && !string.Join(' ', words[at..]).Contains(" – ", StringComparison.Ordinal);
            if (clean)
            {
                upper[i] = row[i] with { Text = string.Join('\n', lines[..^1].Append(string.Join(' ', words[..at]))) };
                lower[i] = lower[i] with { Text = string.Join(' ', words[at..]) };
                isCut = true;
            }
        }

        return isCut ? (upper, lower) : (row, null);
    }

    private static Cell Lines(string? text) => new(string.Join('\n', (text ?? "").Split("\n\n").Select(Line)));

    private static Cell Parts(string? text) => new((text ?? "").Replace("; ", "\n", StringComparison.Ordinal));

    private static string Action(ProjectSeed project) => Line(project.AimText ?? project.ExternalReference ?? project.Title);

    private static string Line(string text) => Spaces().Replace(text.Trim(), " ");

    private void Check(string what, string expected, string? read)
    {
        if (expected.Trim().Length == 0 && string.IsNullOrEmpty(read))
        {
            return;
        }

        _cells++;
        if (Plain(expected) != Plain(read ?? ""))
        {
            _wrong.Add($"{what}: expected '{Line(expected)}'\n      read     '{Line(read ?? "(nothing)")}'");
        }
    }

    private void Count(string what, int expected, int? read, string? written)
    {
        if (expected == 0 && read is 0)
        {
            return;
        }

        _cells++;
        if (expected != read)
        {
            _wrong.Add($"{what}: expected {expected}, read {read} of '{written}'");
        }
    }

    private void Report(ImportResult result)
    {
        output.WriteLine($"{_cells - _wrong.Count} of {_cells} right");
        output.WriteLine(string.Join("\n", result.Columns.Select(c => $"  {c.Header} -> {c.MappedTo}")));
        _wrong.ForEach(output.WriteLine);
        output.WriteLine("Issues:\n" + string.Join("\n", result.Issues.Select(i => $"  {i.Severity} {i.Where}: {i.Message}")));
        Assert.True(_cells > 60, $"only {_cells} cells were compared");
        Assert.True(_wrong.Count <= _cells * 0.02, $"{_cells - _wrong.Count} of {_cells} right. Wrong:\n{string.Join("\n", _wrong)}");
    }

    private static string Plain(string text) => Marks().Replace(text.ToLowerInvariant(), "");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\s\-;.“”""]+", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
