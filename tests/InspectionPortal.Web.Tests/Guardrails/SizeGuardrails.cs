using Microsoft.CodeAnalysis.CSharp.Syntax;
using static InspectionPortal.Web.Tests.Guardrails.SourceTree;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>
/// Holds the limits of docs/architecture.md. No file may break the first. What broke the others when they were set is counted: a
/// number here only ever goes down.
/// </summary>
public sealed class SizeGuardrails
{
    private const int FileLines = 300;
    private const int MethodLines = 40;
    private const int Parameters = 6;
    private const int LineLength = 140;

    [Fact]
    public void File_Any_IsShort() => Assert.Empty(
        Files.Where(f => f.LineCount > FileLines).Select(f => $"{f.Path}: {f.LineCount} lines"));

    [Fact]
    public void Method_TooLong_IsNotAdded() => HasAtMost(
        32,
        from file in Files
        from method in file.Unit.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        let span = method.SyntaxTree.GetLineSpan(method.Span)
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > MethodLines
        select $"{file.Path}: line {span.StartLinePosition.Line + 1}, {lines} lines");

    [Fact]
    public void Constructor_WithManyParameters_IsNotAdded() => HasAtMost(
        77,
        from file in Files
        from list in file.Unit.DescendantNodes().OfType<ParameterListSyntax>()
        where list.Parent is TypeDeclarationSyntax or ConstructorDeclarationSyntax && list.Parameters.Count > Parameters
        select $"{file.Path}: {list.Parameters.Count} parameters");

    [Fact]
    public void Line_TooLong_IsNotAdded() => HasAtMost(
        1473,
        from file in Files
        from line in file.Lines
        where line.Span.Length > LineLength
        select $"{file.Path}: line {line.LineNumber + 1}, {line.Span.Length} characters");

    private static void HasAtMost(int most, IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count <= most, $"{all.Count} where {most} are allowed. The last of them: {string.Join("; ", all.TakeLast(20))}");
        Assert.True(all.Count == most, $"Only {all.Count} are left: lower the number in this test from {most}.");
    }
}
