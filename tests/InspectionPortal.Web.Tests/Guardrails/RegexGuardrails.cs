using System.Reflection;
using System.Text.RegularExpressions;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>
/// A regular expression that backtracks can be kept busy for minutes by a few words made for it. So every expression of the
/// portal runs without backtracking, in time that grows with the text alone, or is listed here with the reason why it never
/// meets a text that somebody sends.
/// </summary>
public sealed partial class RegexGuardrails
{
    private static readonly Dictionary<string, string> NeverForeign = new(StringComparer.Ordinal)
    {
        ["AuditText.Capital"] = "names of the portal's own properties",
        ["StatusLabel.Capital"] = "names of the portal's own states",
        ["FieldTagHelper.Words"] = "names of the portal's own properties",
    };

    private static readonly string[] NewInSource = ["TransactionGuardInterceptor.cs"];

    [Fact]
    public void GeneratedExpressions_DoNotBacktrack()
    {
        var backtracking = Generated().Where(g => !g.Made.Options.HasFlag(RegexOptions.NonBacktracking)).Select(g => g.Name).Order(StringComparer.Ordinal);

        Assert.Empty(backtracking.Except(NeverForeign.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void ListedExpressions_ExistAndBacktrack()
    {
        var backtracking = Generated().Where(g => !g.Made.Options.HasFlag(RegexOptions.NonBacktracking)).Select(g => g.Name);

        Assert.Empty(NeverForeign.Keys.Except(backtracking, StringComparer.Ordinal));
    }

    /// <summary>An expression made while the portal runs escapes the walk over the generated ones.</summary>
    [Fact]
    public void Source_MakesExpressionsOnlyByTheGenerator()
    {
        var made = SourceFiles().Where(f => MadeByHand().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)!);

        Assert.Equal(NewInSource, made);
    }

    private static List<(string Name, Regex Made)> Generated()
    {
        const BindingFlags Every = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var found = ProductAssemblies.All.SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetMethods(Every))
            .Where(m => m.GetCustomAttribute<GeneratedRegexAttribute>() is not null && m.IsStatic)
            .Select(m => ($"{m.DeclaringType!.Name}.{m.Name}", (Regex)m.Invoke(null, null)!)).ToList();
        Assert.True(found.Count > 60, $"Only {found.Count} expressions are found: the walk does not see them.");
        return found;
    }

    private static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Path.Combine(TestCluster.RepositoryRoot, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"new Regex\(|\bRegex\.(?:IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches)\(|\[RegularExpression\(|\.Matches\(""", RegexOptions.NonBacktracking)]
    private static partial Regex MadeByHand();
}
