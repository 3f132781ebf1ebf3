using System.IO.Compression;
using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Infrastructure.PageCaching;

/// <summary>Kept pages over HTTP: what is saved, and that nothing stale and nothing of somebody else is shown.</summary>
public sealed class PageCachingTests(CachingPortal portal) : IClassFixture<CachingPortal>
{
    [Fact]
    public async Task Get_APageAgain_ReadsTheSessionAlone()
    {
        var (here, _) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        await client.GetStringAsync(Path(here.PlanPath));
        portal.Host.Commands.Reset();

        var again = await client.GetStringAsync(Path(here.PlanPath));

        Assert.Empty(portal.Host.Commands.Texts);
        Assert.Contains("Project 1", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAWriteOnAnotherNode_ShowsIt()
    {
        var (here, plan) = await MakeAsync();
        await using var other = portal.Node();
        var (first, second) = (portal.ClientFor(here.Lead), portal.ClientFor(here.Lead, other));
        for (var i = 0; i < 3; i++)
        {
            Assert.DoesNotContain($"Impact {i}.", await first.GetStringAsync(Path(ProjectOf(here, plan))), StringComparison.Ordinal);
            Assert.DoesNotContain($"Impact {i}.", await second.GetStringAsync(Path(ProjectOf(here, plan))), StringComparison.Ordinal);
            var form = await second.GetPageAsync($"{ProjectOf(here, plan)}/edit/text?field=Impact");
            Assert.Equal(HttpStatusCode.Redirect, (await form.ShouldBeOk().SubmitAsync("main form", ("Text", $"Impact {i}."))).Status);

            Assert.Contains($"Impact {i}.", await first.GetStringAsync(Path(ProjectOf(here, plan))), StringComparison.Ordinal);
            Assert.Contains($"Impact {i}.", await second.GetStringAsync(Path(ProjectOf(here, plan))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_AfterAWriteThatPassedThePortalBy_ShowsIt()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        await client.GetStringAsync(Path(ProjectOf(here, plan)));
        await using var owner = new NpgsqlConnection(portal.OwnerConnection);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand("update projects set impact = 'By hand' where id = $1", owner);
        command.Parameters.Add(new NpgsqlParameter { Value = plan.ProjectIds[0] });
        await command.ExecuteNonQueryAsync();

        Assert.Contains("By hand", await client.GetStringAsync(Path(ProjectOf(here, plan))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterARoleWasTaken_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Contributor);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Path(ProjectOf(here, plan)))).StatusCode);
        await portal.Data.InTenantAsync(here.Id, d => d.Memberships.Where(m => m.UserId == here.Contributor.Id).ExecuteDeleteAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path(ProjectOf(here, plan)))).StatusCode);
    }

    [Fact]
    public async Task Get_AfterAnotherPartnershipTookThePersonIn_OpensItAndNamesIt()
    {
        var ((here, _), (other, _)) = (await MakeAsync(), await MakeAsync());
        var client = portal.ClientFor(here.Contributor);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path(other.PlanPath))).StatusCode);
        Assert.DoesNotContain(other.Name, await client.GetStringAsync(Path(here.PlanPath)), StringComparison.Ordinal);

        await portal.Data.AddRoleAsync(other, here.Contributor, PartnershipRole.Reader);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Path(other.PlanPath))).StatusCode);
        Assert.Contains(other.Name, await client.GetStringAsync(Path(here.PlanPath)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterTheAccountWasDisabledOrTheStampChanged_IsRefused()
    {
        var (here, _) = await MakeAsync();
        foreach (var (person, change) in new[] { (here.Contributor, "is_disabled = true"), (here.Reader, "security_stamp = 'another'") })
        {
            var client = portal.ClientFor(person);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Path(here.PlanPath))).StatusCode);
            await using var owner = NpgsqlDataSource.Create(portal.OwnerConnection);
            await using var command = owner.CreateCommand($"update users set {change} where id = $1");
            command.Parameters.AddWithValue(person.Id);
            await command.ExecuteNonQueryAsync();

            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(Path(here.PlanPath))).StatusCode);
        }
    }

    [Theory]
    [InlineData("until = now() + interval '2 seconds'", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("\"from\" = now() + interval '2 seconds'", HttpStatusCode.NotFound, HttpStatusCode.OK)]
    public async Task Get_AfterAGrantEndedOrBeganByItself_IsRefusedOrOpen(string change, HttpStatusCode before, HttpStatusCode after)
    {
        var (here, plan) = await MakeAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnection);
        await using var command = owner.CreateCommand($"update scrutiny_grants set {change} where id = $1");
        command.Parameters.AddWithValue(officer.GrantId);
        await command.ExecuteNonQueryAsync();

        Assert.Equal(before, (await client.GetAsync(Path(here.PlanPath))).StatusCode);
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal(after, (await client.GetAsync(Path(here.PlanPath))).StatusCode);
    }

    [Fact]
    public async Task Get_KeptPage_HasTheNonceAndTheTokenOfItsOwnResponse()
    {
        var (here, _) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var (first, second) = (await client.GetPageAsync(here.PlanPath), await client.GetPageAsync(here.PlanPath));

        Assert.NotEqual(first.Find("style[nonce]").GetAttribute("nonce"), second.Find("style[nonce]").GetAttribute("nonce"));
        Assert.Contains($"'nonce-{second.Find("style[nonce]").GetAttribute("nonce")}'",
            string.Join(' ', second.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.SubmitAsync("form[action='/account/sign-out']")).Status);
    }

    [Fact]
    public async Task Get_WithTheTagOfThePage_AnswersThatNothingChanged_UntilItDoes()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var first = await client.GetAsync(Path(ProjectOf(here, plan)));
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        var same = await client.GetAsync(Path(ProjectOf(here, plan)));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.False(same.Headers.Contains("Content-Security-Policy"));
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        Assert.True(same.Headers.CacheControl is { Private: true, NoCache: true, NoStore: false });

        await SetImpactAsync(here, plan, "Changed");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Path(ProjectOf(here, plan)))).StatusCode);
    }

    [Fact]
    public async Task Get_WithTheTagThatAnotherSessionGot_SendsThePage()
    {
        var (here, plan) = await MakeAsync();
        var first = await portal.ClientFor(here.Lead).GetAsync(Path(ProjectOf(here, plan)));
        foreach (var person in new[] { here.Lead, here.Chief, here.Reader })
        {
            var client = portal.ClientFor(person);
            await client.GetAsync(Path(ProjectOf(here, plan)));
            client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Path(ProjectOf(here, plan)))).StatusCode);
        }
    }

    [Fact]
    public async Task Get_WhereTheInstallationSaysNothing_IsNotStored()
    {
        var (here, _) = await MakeAsync();
        await using var node = portal.Node();
        var client = portal.ClientFor(here.Lead, node);
        for (var i = 0; i < 2; i++)
        {
            var response = await client.GetAsync(Path(here.PlanPath));

            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Null(response.Headers.ETag);
        }
    }

    [Fact]
    public async Task Post_SignOut_TellsTheBrowserToForgetWhatItKept()
    {
        var (here, _) = await MakeAsync();
        var page = await portal.ClientFor(here.Lead).GetPageAsync(here.PlanPath);

        var left = await page.SubmitAsync("form[action='/account/sign-out']");

        Assert.Equal(["\"cache\""], left.Response.Headers.GetValues("Clear-Site-Data"));
    }

    [Fact]
    public async Task Get_AfterSomethingWasDone_SaysItOnce()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        await client.GetPageAsync(ProjectOf(here, plan));
        var form = await client.GetPageAsync($"{ProjectOf(here, plan)}/edit/text?field=Impact");
        await form.ShouldBeOk().SubmitAsync("main form", ("Text", "Said once"));

        Assert.NotNull((await client.GetPageAsync(ProjectOf(here, plan))).Document.QuerySelector(".p-done"));
        Assert.Null((await client.GetPageAsync(ProjectOf(here, plan))).Document.QuerySelector(".p-done"));
        Assert.Null((await client.GetPageAsync(ProjectOf(here, plan))).Document.QuerySelector(".p-done"));
    }

    [Fact]
    public async Task Get_AsLinkOfficer_WritesDownEveryLook()
    {
        var (here, plan) = await MakeAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);
        var looks = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            await client.GetStringAsync(Path(ProjectOf(here, plan)));
            looks.Add(await portal.Data.InTenantAsync(here.Id, d => d.AccessEntries.CountAsync(e => e.UserId == officer.Person.Id)));
        }

        Assert.Equal([looks[0], looks[0] * 2, looks[0] * 3], looks);
        Assert.True(looks[0] > 0);
        var entries = await portal.Data.InTenantAsync(here.Id, d => d.AccessEntries.Where(e => e.UserId == officer.Person.Id)
            .Select(e => new { e.Query, e.What, e.Path, e.BodyName }).Distinct().CountAsync());
        Assert.Equal(looks[0], entries);
    }

    [Theory]
    [InlineData("gzip, br", true)]
    [InlineData("br;q=1.0, gzip;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("identity", false)]
    public async Task Get_WhereTheBrowserTakesGzip_IsCompressedAndTheSame(string takes, bool isCompressed)
    {
        var (here, _) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var plain = await client.GetPageAsync(here.PlanPath);
        client.DefaultRequestHeaders.Add("Accept-Encoding", takes);

        var response = await client.GetAsync(Path(here.PlanPath));

        Assert.Equal(isCompressed, response.Content.Headers.ContentEncoding.Contains("gzip"));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        await using var body = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(isCompressed ? new GZipStream(body, CompressionMode.Decompress) : body);
        var page = await reader.ReadToEndAsync();
        Assert.Contains("</html>", page, StringComparison.Ordinal);
        Assert.Contains(plain.Document.Title!, page, StringComparison.Ordinal);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static string ProjectOf(TestPartnership here, TestPlan plan) => $"/{here.Slug}/projects/{plan.ProjectIds[0]}";

    private Task<int> SetImpactAsync(TestPartnership here, TestPlan plan, string words) => portal.Data.InTenantAsync(
        here.Id, d => d.Projects.Where(p => p.Id == plan.ProjectIds[0]).ExecuteUpdateAsync(p => p.SetProperty(x => x.Impact, words)));

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here));
    }
}
