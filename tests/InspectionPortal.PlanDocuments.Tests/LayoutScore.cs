using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>Counts how many of the expected cells of a layout reached the right field.</summary>
public sealed partial class LayoutScore
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _missed = [];
    private readonly List<(ImportedAim Aim, List<ImportedDriver> Path, ImportedProject Project)> _rows = [];
    private readonly ImportResult? _result;

    private LayoutScore(ImportResult? result)
    {
        _result = result;
        foreach (var aim in result?.Plan.Aims ?? [])
        {
            _rows.AddRange(aim.Projects.Select(p => (aim, new List<ImportedDriver>(), p)));
            Walk(aim, aim.Drivers, []);
        }
    }

    public int Cells { get; private set; }

    public int Right => Cells - _missed.Count;

    public IReadOnlyList<string> Missed => _missed;

    public static LayoutScore Of(LayoutFile layout)
    {
        using var stream = LayoutDocuments.Create(layout);
        ImportResult? result = null;
        string? refused = null;
        try
        {
            result = PlanReader.Read(stream, $"{layout.Name}.{layout.Format}", ImportHints.None);
        }
        catch (ImportException exception)
        {
            refused = exception.Message;
        }

        var score = new LayoutScore(result);
        if (refused is not null)
        {
            score._missed.Add($"refused: {refused}");
            score.Cells++;
        }

        foreach (var expected in layout.Expected)
        {
            score.Check(expected);
        }

        return score;
    }

    private void Walk(ImportedAim aim, List<ImportedDriver> drivers, List<ImportedDriver> path)
    {
        foreach (var driver in drivers)
        {
            List<ImportedDriver> here = [.. path, driver];
            _rows.AddRange(driver.Projects.Select(p => (aim, here, p)));
            Walk(aim, driver.Drivers, here);
        }
    }

    private void Check(LayoutExpectation expected)
    {
        switch (expected.Key)
        {
            case "projects":
                Cell("number of projects", _rows.Count == int.Parse(expected.Value, CultureInfo.InvariantCulture),
                    $"{_rows.Count} instead of {expected.Value}");
                break;
            case "none":
                Cell($"not a project: {expected.Value}",
                    !_rows.Exists(r => r.Project.Title.Trim().Equals(expected.Value, StringComparison.OrdinalIgnoreCase)), "");
                break;
            case "issue":
                Cell($"said: {expected.Value}", _result?.Issues.Any(i => Has(expected.Value, $"{i.Where}: {i.Message}")) == true, "");
                break;
            case "aim":
                Cell($"aim: {expected.Value}", _result?.Plan.Aims.Any(a => Has(expected.Value, a.Title)) == true,
                    string.Join(" / ", _result?.Plan.Aims.Select(a => a.Title) ?? []));
                break;
            case "row":
                CheckRow(expected);
                break;
            default:
                throw new InvalidDataException(expected.Key);
        }
    }

    private void CheckRow(LayoutExpectation expected)
    {
        var at = _rows.FindIndex(r => Has(expected.Value, r.Project.Title));
        var (aim, path, project) = at < 0 ? default : _rows[at];
        var elsewhere = at >= 0 ? "" : _rows.Where(r => Has(expected.Value, All(r.Project))).Select(r =>
            $"in '{r.Project.Title}'").FirstOrDefault() ?? "nowhere";
        Cell($"{expected.Value}: title", at >= 0, elsewhere);
        foreach (var (key, value) in expected.Cells)
        {
            var good = project is not null && IsRight(key, value, project, aim, path);
            Cell($"{expected.Value}: {key} {value}", good, project is null ? "no project" : Where(value.Split(" | ")[0], key, project));
        }
    }

    private bool IsRight(string key, string value, ImportedProject project, ImportedAim aim, List<ImportedDriver> path) => key switch
    {
        "number" => Squeezed(project.Number ?? "").Equals(Squeezed(value), StringComparison.OrdinalIgnoreCase),
        "due" => project.Deadline.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == value,
        "kind" => project.Deadline.Kind.ToString().Equals(value, StringComparison.OrdinalIgnoreCase),
        "deadline" => Has(value, project.Deadline.Text),
        "nodue" => project.Deadline.Due is null,
        "lead" => project.Leads.Any(l => l.Kind == ImportedLead.Lead && Has(value, l.Name)),
        "with" => project.Leads.Any(l => l.Kind != ImportedLead.Lead && Has(value, l.Name)),
        "leads" => project.Leads.Count == int.Parse(value, CultureInfo.InvariantCulture),
        "notlead" => !project.Leads.Any(l => Has(value, l.Name)),
        "rec" or "group" => project.Recommendations.Any(r => Has(value, r)) || Has(value, aim.Title)
            || aim.Recommendations.Exists(r => Has(value, r)) || aim.Outcomes.Exists(r => Has(value, r))
                || path.Exists(d => Has(value, d.Title)),
        "recommendation" => project.Recommendations.Any(r => Has(value, r)),
        "progress" => Has(value, project.Progress),
        "noprogress" => !Has(value, project.Progress),
        "evidence" => Has(value, project.Evidence),
        "impact" => Has(value, project.Impact),
        "success" => Has(value, project.Success),
        "difference" => Has(value, project.Difference),
        "result" => Has(value, project.Impact) || Has(value, project.Success) || project.Measures.Any(m => Has(value, m.Title)),
        "rag" => (project.Rag ?? " ").Trim().Length > 0 && char.ToLowerInvariant(project.Rag!.Trim()[0]) == char.ToLowerInvariant(value[0]),
        "norag" => project.Rag is null,
        "status" => Has(value, project.Status) || Has(value, project.Rag),
        "nostatus" => !Has(value, project.Status),
        "measure" => project.Measures.Any(m => Has(value, m.Title)),
        "milestone" => project.Measures.Any(m => m.Kind == "milestone" && Has(value, m.Title)),
        "nomeasures" => !project.Measures.Any(),
        "risk" => Has(value, project.Texts?.GetValueOrDefault("risk")),
        "kept" => Has(value, All(project)),
        "nowhere" => !Has(value, All(project)),
        "subs" => project.SubActions.Count(s => s.Category == "other") == int.Parse(value, CultureInfo.InvariantCulture),
        "sub" => HasSub(value.Split(" | "), project),
        "financial" => project.SubActions.Exists(s => s.Category == "financial" && Has(value, s.Text))
            || project.CategoryNotes?.Exists(n => n.Category == "financial" && Has(value, n.Text)) == true,
        "note" => project.CategoryNotes?.Exists(n => Has(value, n.Text)) == true,
        _ => throw new InvalidDataException(key),
    };

    private static bool HasSub(string[] parts, ImportedProject project) => project.SubActions.Exists(s => Has(parts[0], s.Text)
        && (parts.Length < 2 || parts[1].Length == 0 || s.Owners.Any(o => Same(parts[1], o)))
        && (parts.Length < 3 || Has(parts[2], s.Deadline.Text)));

    private void Cell(string name, bool isRight, string got)
    {
        Cells++;
        if (!isRight)
        {
            _missed.Add($"{name}{(got.Length > 0 ? $"   [{got}]" : "")}");
        }
    }

    private static string Where(string value, string key, ImportedProject project) => key switch
    {
        "number" => project.Number ?? "none",
        "due" or "kind" or "deadline" or "nodue" => $"{project.Deadline.Text} {project.Deadline.Kind} {project.Deadline.Due}",
        "lead" or "with" or "leads" or "notlead" => string.Join(" + ", project.Leads.Select(l => $"{l.Kind}: {l.Name}")),
        "rag" or "status" or "norag" => $"rag={project.Rag} status={project.Status}",
        "sub" or "subs" => string.Join(" + ", project.SubActions.Select(s => $"{s.Text}/{string.Join('&', s.Owners)}/{s.Deadline.Text}")),
        _ => typeof(ImportedProject).GetProperties().Where(p => Has(value, JsonSerializer.Serialize(p.GetValue(project), Json))).Select(p =>
            p.Name).FirstOrDefault() ?? "nowhere in the project",
    };

    private static string All(ImportedProject project) => JsonSerializer.Serialize(project, Json);

    private static string Squeezed(string text) => text.Trim('.', ' ').Replace(" ", "", StringComparison.Ordinal);

    private static bool Same(string expected, string name) => Plain(expected) == Plain(name);

    private static bool Has(string needle, string? hay) => hay is not null && Plain(hay).Contains(Plain(needle), StringComparison.Ordinal);

    private static string Plain(string text) =>
        Spaces().Replace(text.ToLowerInvariant().Replace("\\n", " ", StringComparison.Ordinal), " ").Trim(' ', '.');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
