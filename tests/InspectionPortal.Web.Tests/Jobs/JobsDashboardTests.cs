using System.Globalization;
using System.Net;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Jobs;

/// <summary>Hangfire's pages: whom they are shown to, and what they and the tables behind them do not hold.</summary>
public sealed class JobsDashboardTests(JobPortal portal) : IClassFixture<JobPortal>
{
    private static readonly string[] Pages =
        ["/jobs", "/jobs/jobs/enqueued", "/jobs/jobs/processing", "/jobs/jobs/succeeded", "/jobs/jobs/failed", "/jobs/jobs/deleted", "/jobs/recurring", "/jobs/servers", "/jobs/retries", "/jobs/jobs/details/1"];

    [Fact]
    public void Address_OfThePages_IsNeverAPartnerships() => Assert.True(ReservedSegments.Contains("jobs"));

    [Fact]
    public async Task Get_AnyPage_IsForPlatformAdministratorsAndUnknownToOthers()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        List<TestPerson> others = [.. partnership.People.Values, (await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan)).Person, await portal.Data.CreatePersonAsync()];
        var administrator = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        foreach (var path in Pages.Append("/jobs/css-dark18252").Append("/jobs/nothing"))
        {
            var anonymous = await portal.ClientFor(null).GetPageAsync(path);
            Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", anonymous.Location);
            foreach (var person in others)
            {
                var client = portal.ClientFor(person);
                var unknown = await client.GetPageAsync("/admin/nothing");
                var page = await client.GetPageAsync(path);
                Assert.Equal(HttpStatusCode.NotFound, page.Status);
                Assert.Equal(unknown.Text, page.Text);
                Assert.Equal(unknown.Document.Title, page.Document.Title);
            }
        }

        foreach (var path in Pages)
        {
            (await administrator.GetPageAsync(path)).ShouldBeOk();
        }

        Assert.NotNull((await administrator.GetPageAsync("/admin")).ShouldBeOk().Document.QuerySelector("a[href='/jobs']"));
    }

    [Fact]
    public async Task Get_Page_KeepsTheStrictPolicyAndHasNothingInline()
    {
        var administrator = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var usual = Policy(await administrator.GetPageAsync("/admin"));
        foreach (var path in Pages)
        {
            var page = await administrator.GetPageAsync(path);
            Assert.Equal(usual, Policy(page));
            Assert.Empty(page.Document.QuerySelectorAll("style, script:not([src]), [onclick], [style]:not([style=''])"));
        }
    }

    [Fact]
    public async Task Post_AnActionWhereOnlyReadingIsAllowed_IsRefusedAndChangesNothing()
    {
        portal.Trigger<FailingJob>();
        var id = await EndedAsync<FailingJob>("Failed");
        var administrator = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var token = (await administrator.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(administrator, "/jobs/jobs/failed/delete", null, id));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(administrator, "/jobs/jobs/failed/delete", token, id));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(administrator, "/jobs/recurring/trigger", token, "missed-jobs"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(administrator, "/jobs/stats", token, "metrics[]"));
        Assert.Contains(id, await portal.RunsAsync<FailingJob>("Failed"));
        Assert.Null((await administrator.GetPageAsync("/jobs/jobs/failed")).Document.QuerySelector("[data-url*='delete']"));
    }

    [Fact]
    public async Task Job_ThatFails_LeavesNoWordOfItsExceptionOutsideTheLog()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        portal.Trigger<FailingJob>();
        portal.Trigger<UnbuildableJob>();
        List<string> failed = [await EndedAsync<FailingJob>("Failed"), await EndedAsync<UnbuildableJob>("Failed")];
        var asked = await portal.Data.RunAsync(partnership.Id, async (_, services) =>
        {
            var row = new PartnershipJob { TenantId = partnership.Id, Kind = JobKind.BringIn, AskedByUserId = partnership.Lead.Id, AskedAt = DateTimeOffset.UtcNow };
            await services.GetRequiredService<JobQueue>().AskAsync<InspectionPortal.Web.Features.Imports.ConfirmImportJob>(row, CancellationToken.None);
            return row;
        });
        var ended = await portal.EndAsync(partnership, asked.Id);
        var administrator = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var shown = new List<string> { await portal.AllTextAsync() };
        foreach (var path in Pages.Concat(failed.Select(id => $"/jobs/jobs/details/{id}")))
        {
            shown.Add((await administrator.GetPageAsync(path)).ShouldBeOk().Html);
        }

        string[] secrets = [FailingJob.Secret, ended.Failure!, partnership.Name, partnership.Slug, partnership.Lead.Email, "Host=", new Npgsql.NpgsqlConnectionStringBuilder(portal.AppConnection).Host!, portal.Database];
        Assert.All(secrets, secret => Assert.All(shown, text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("The log of the node that ran it says why", shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_AMonthOld_AreForgottenAtNight()
    {
        portal.Trigger<FailingJob>();
        var old = await EndedAsync<FailingJob>("Failed");
        await portal.ExecuteAsync($"update hangfire.state set data = jsonb_set(data, '{{FailedAt}}', '\"2020-01-01T00:00:00Z\"') where jobid = {old} and name = 'Failed'");
        portal.Trigger<FailingJob>();
        await JobPortal.UntilAsync(async () => (await portal.RunsAsync<FailingJob>("Failed")).Any(id => long.Parse(id, CultureInfo.InvariantCulture) > long.Parse(old, CultureInfo.InvariantCulture)));

        portal.Trigger<ForgetFailedJobs>();
        await JobPortal.UntilAsync(async () => (await portal.RunsAsync<FailingJob>("Deleted")).Contains(old));

        Assert.NotEmpty(await portal.RunsAsync<FailingJob>("Failed"));
    }

    private static string Policy(TestPage page) => string.Join(
        ' ', page.Response.Headers.GetValues("Content-Security-Policy").Single().Split(' ').Select(w => w.StartsWith("'nonce-", StringComparison.Ordinal) ? "nonce" : w));

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, string? token, string job)
    {
        List<KeyValuePair<string, string>> fields = [KeyValuePair.Create("jobs[]", job)];
        if (token is not null)
        {
            fields.Add(KeyValuePair.Create("__RequestVerificationToken", token));
        }

        using var content = new FormUrlEncodedContent(fields);
        return (await client.SendFormAsync(path, content)).Status;
    }

    private async Task<string> EndedAsync<TJob>(string state)
    {
        await JobPortal.UntilAsync(async () => (await portal.RunsAsync<TJob>(state)).Count > 0);
        return (await portal.RunsAsync<TJob>(state))[^1];
    }
}
