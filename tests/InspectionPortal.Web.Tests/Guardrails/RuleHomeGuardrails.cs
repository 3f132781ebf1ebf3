using System.Text.RegularExpressions;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Each rule has one home. This walks the source for the ways in which the rule used to be written elsewhere.</summary>
public sealed class RuleHomeGuardrails
{
    private static readonly string Source = Path.Combine(TestCluster.RepositoryRoot, "src");

    /// <summary>What must not be there, as a pattern; the files where it may be, its home first.</summary>
    public static TheoryData<string, string, string> Rules { get; } = new()
    {
        { "Who has a responsibility on a day", @"Until == null \|\| \w+\.Until >= ", "ResponsibilityHolder.cs" },
        { "Whether a project has evidence", @"(SubAction|Update)!\.ProjectId == ", "EvidenceLink.cs" },
        { "Which status is finished", @"DoneAwaitingEvidence or (ProjectStatus\.)?DoneAndEvidenced or (ProjectStatus\.)?Stopped", "ProjectStatusExtensions.cs" },
        { "Reading a typed date", @"DateOnly\.TryParse", "TypedInput.cs FigureDate.cs SeedText.cs AuditText.cs" },
        { "Date in words", @"""d{1,4} MMM|:d{1,4} MMM", "DateFormat.cs TypedInput.cs FigureDate.cs ChartLabels.cs TargetReader.cs ChartSentence.cs" },
        { "Too long", @"characters or fewer|of at most \{", "TypedInput.cs FormInputRules.cs" },
        { "Refusing a stale removal", "so it was not removed", "Removal.cs" },
        { "Cutting a text", @"\+ ""…""|\}…["")]", "EnglishText.cs TextWidth.cs" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Source_Any_LeavesTheRuleToItsHome(string rule, string pattern, string homes)
    {
        var (allowed, found) = (homes.Split(' '), new List<string>());
        var search = new Regex(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        foreach (var file in Files().Where(f => !allowed.Contains(Path.GetFileName(f))))
        {
            found.AddRange(File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal) && search.IsMatch(line))
                .Select(line => $"{Path.GetRelativePath(Source, file)}: {line.Trim()}"));
        }

        Assert.True(found.Count == 0, $"{rule} belongs in {allowed[0]}:\n{string.Join('\n', found)}");
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
        .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
