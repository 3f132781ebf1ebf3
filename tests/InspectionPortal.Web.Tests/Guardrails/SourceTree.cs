using InspectionPortal.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>The C# files of the product, parsed once for the tests that look at how they are written.</summary>
internal static class SourceTree
{
    private static readonly string Root = Path.Combine(TestCluster.RepositoryRoot, "src");

    private static readonly Lazy<IReadOnlyList<SourceFile>> Parsed = new(Read);

    public static IReadOnlyList<SourceFile> Files => Parsed.Value;

    private static List<SourceFile> Read()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var files = Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(f => new SourceFile(
                f, (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Root, f)), options).GetRoot()))
            .ToList();
        Assert.True(files.Count > 1000, $"Only {files.Count} source files were found.");
        return files;
    }

    /// <summary>A file by its path under <c>src</c>, and what is in it.</summary>
    internal sealed record SourceFile(string Path, CompilationUnitSyntax Unit)
    {
        public IEnumerable<BaseTypeDeclarationSyntax> Types => Unit.DescendantNodes(n => n is not BaseTypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>();

        public TextLineCollection Lines => Unit.SyntaxTree.GetText().Lines;

        /// <summary>Lines of the file; what follows the last line end is one only where something is written there.</summary>
        public int LineCount => Lines[^1].Span.IsEmpty ? Lines.Count - 1 : Lines.Count;
    }
}
