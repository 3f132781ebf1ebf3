using System.Text.RegularExpressions;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Holds docs/security.md to the truth: every check names tests that exist, or says why it does not apply.</summary>
public sealed partial class SecurityTableGuardrails
{
    private const int FewestRows = 80;
    private const int LeastReason = 20;
    private const string NotApplicable = "Not applicable: ";

    [Fact]
    public void Check_Any_NamesTestsThatExistOrSaysWhyItDoesNotApply()
    {
        var methods = TestMethods();
        var failures = new List<string>();
        foreach (var (check, proof) in Rows().Select(r => (r[0], r[3])))
        {
            if (proof.StartsWith(NotApplicable, StringComparison.Ordinal))
            {
                if (proof.Length < NotApplicable.Length + LeastReason)
                {
                    failures.Add($"{check}: say why it does not apply");
                }

                continue;
            }

            var tests = Quoted().Matches(proof).Select(m => m.Groups[1].Value).ToList();
            failures.AddRange(tests.Where(t => !methods.Contains(t)).Select(t => $"{check}: there is no test {t}"));
            if (tests.Count == 0)
            {
                failures.Add($"{check}: names no test");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public void Check_Any_HasItsNumberOnceAndAllItsColumns()
    {
        var rows = Rows();

        Assert.True(rows.Count >= FewestRows, $"{rows.Count} rows");
        Assert.All(rows, row => Assert.Matches("^v5\\.0\\.0-V[0-9]+\\.[0-9]+\\.[0-9]+$", row[0]));
        Assert.All(rows, row => Assert.Equal((4, true), (row.Length, row.All(c => c.Length > 0))));
        Assert.Empty(rows.GroupBy(r => r[0], StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private static List<string[]> Rows() =>
    [
        .. File.ReadLines(Path.Combine(TestCluster.RepositoryRoot, "docs", "security.md"))
            .Where(line => line.StartsWith("| v5.", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray()),
    ];

    /// <summary>Every test there is, as "Class.Method", read from the sources so that those of other test projects count.</summary>
    private static HashSet<string> TestMethods()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestCluster.RepositoryRoot, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")))
        {
            var (text, name) = (File.ReadAllText(file), string.Empty);
            foreach (Match match in ClassOrTest().Matches(text))
            {
                name = match.Groups["class"].Success ? match.Groups["class"].Value : name;
                if (match.Groups["method"].Success)
                {
                    found.Add($"{name}.{match.Groups["method"].Value}");
                }
            }
        }

        return found;
    }

    [GeneratedRegex("`([A-Za-z0-9_.]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex("^[a-z ]*class (?<class>[A-Za-z0-9_]+)|^    public (static )?(async Task|Task|void) (?<method>[A-Za-z0-9_]+)\\(", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex ClassOrTest();
}
