using System.Text.RegularExpressions;
using InspectionPortal.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Refuses the turns of phrase that docs/glossary.md replaces, in the views and in the strings of the code.</summary>
public sealed partial class EnglishGuardrails
{
    private static readonly string Source = Path.Combine(TestCluster.RepositoryRoot, "src");

    [Fact]
    public void View_Any_IsInPlainEnglish() => Assert.Empty(
        from path in Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories)
        from line in File.ReadAllLines(path).Select((text, at) => (Text: text, Number: at + 1))
        where !line.Text.TrimStart().StartsWith("@*", StringComparison.Ordinal)
        from Match found in NotPlain().Matches(line.Text)
        where found.Index == 0 || line.Text[found.Index - 1] != '.'
        select $"{Path.GetRelativePath(Source, path)}:{line.Number}: {found.Value}");

    [Fact]
    public void Message_Any_IsInPlainEnglish() => Assert.Empty(
        from file in SourceTree.Files
        from token in file.Unit.DescendantTokens()
        where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        from Match found in NotPlain().Matches(token.ValueText)
        select $"{file.Path}:{token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {found.Value} in \"{token.ValueText}\"");

    [GeneratedRegex(
        @"\b(?:br(?:ing|ought|ings|inging) (?:it |them |this |one |a plan |another )?in\b|needs you\b|lately\b|for ever\b|hangs? on\b|t(?:ake|aken|ook) (?:it |them |access )?back\b"
        + @"|kind of knowing|we read it so|is told\b|are told\b|nobody holds|no date to reckon|none is like that|where it stands|say(?:s)? nothing"
        + @"|take everything out|where you take part|places that want|judge otherwise|with you\.)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NotPlain();
}
