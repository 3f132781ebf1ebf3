using System.Text.RegularExpressions;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every source file of the portal for what must not be there.</summary>
public sealed partial class SourceGuardrails
{
    private static readonly string Source = Path.Combine(TestCluster.RepositoryRoot, "src");

    [Theory]
    [InlineData("FromSqlRaw", "")]
    [InlineData("ExecuteSqlRaw", "")]
    [InlineData("SqlQueryRaw", "")]
    [InlineData("ExecuteUpdate", "")]
    [InlineData("ExecuteDelete", "")]
    [InlineData("DateTime.Now", "")]
    [InlineData("DateTime.UtcNow", "")]
    [InlineData("DateTimeOffset.UtcNow", "")]
    [InlineData("async void", "")]
    [InlineData("IgnoreAntiforgery", "NotificationsController.cs")] // the one click of RFC 8058 comes without a cookie; its sealed link lets it in
    [InlineData("AllowAnonymous", "")]
    [InlineData("IgnoreQueryFilters",
        "RightsReader.cs MovementReader.cs LivePlanReader.cs GetOwnReads.cs GetLastVisit.cs GrantedSources.cs")]
    [InlineData("Request.Host", "PublicAddressMiddleware.cs")]
    [InlineData("Request.Scheme", "")]
    [InlineData("Cookies.Append", "KnownDevices.cs PendingSignIn.cs RememberedPlanView.cs")]
    [InlineData("Cookies.Delete", "PendingSignIn.cs RememberedPlanView.cs")]
    [InlineData("new NpgsqlCommand(", "TenantTransactionInterceptor.cs EmbeddedPostgresServer.cs EmbeddedPostgresDatabases.cs JobSchema.cs JobTurns.cs")]
    public void Source_Any_DoesNotUse(string words, string exceptIn)
    {
        var allowed = exceptIn.Split(' ');
        var found = Files("*.cs").Where(f => !allowed.Contains(Path.GetFileName(f)) && File.ReadAllText(f).Contains(words, StringComparison.Ordinal));

        Assert.Empty(found.Select(f => Path.GetRelativePath(Source, f)));
    }

    [Fact]
    public void View_Any_HasNoInlineScriptOrStyle() => Assert.Empty(
        Files("*.cshtml").Where(f => Inline().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Source, f)));

    [Fact]
    public void View_Any_MakesNoAddressOfTheRequestsHost() => Assert.Empty(
        Files("*.cshtml").Where(f => File.ReadAllText(f) is var text && (text.Contains("Request.Host", StringComparison.Ordinal) || text.Contains("Request.Scheme", StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Source, f)));

    [Fact]
    public void View_Any_WritesRawHtmlOnlyFromTheSafeRenderer() => Assert.Empty(
        Files("*.cshtml").Where(f => File.ReadAllText(f).Contains("Html.Raw", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Source, f)));

    [Fact]
    public void Program_Any_IsATableOfContents() => Assert.True(File.ReadAllLines(Path.Combine(Source, "InspectionPortal.Web", "Program.cs")).Length < 60);

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\sstyle="|\son[a-z]+="|javascript:""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}
