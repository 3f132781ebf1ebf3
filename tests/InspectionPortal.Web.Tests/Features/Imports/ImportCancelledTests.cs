using System.Net;
using System.Text;
using InspectionPortal.Domain.Imports;
using InspectionPortal.PlanDocuments.Reading;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Whoever imports goes away: at every stage nothing is left half done, and the next attempt works.</summary>
public sealed class ImportCancelledTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Plan = "Ref,Action,Lead,Deadline\n1.1,Write the policy,Head of QA,May 2025\n1.2,Train every team,Head of QA,June 2025\n";

    private ReadingQueue Queue => portal.Host.Services.GetRequiredService<ReadingQueue>();

    [Fact]
    public async Task WhileTheFileIsSent_NothingIsKept()
    {
        var (partnership, client) = await StartAsync();
        var start = (await client.OpenAsync($"/{partnership.Slug}/plans/import")).ShouldBeOk();
        using var gone = new CancellationTokenSource();
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestPage.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)start.Find("form[enctype]")))
        {
            form.Add(new StringContent(value), field);
        }

        var half = new HalfContent(Encoding.UTF8.GetBytes(Plan));
        form.Add(half, "File", "plan.csv");
        var sending = client.PostAsync(new Uri($"/{partnership.Slug}/plans/import", UriKind.Relative), form, gone.Token);
        await half.Sent;

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        await WorksAfterAsync(partnership, client);
    }

    [Fact]
    public async Task WhileTheFileIsRead_NothingIsKept()
    {
        var (partnership, client) = await StartAsync();
        await WhileAllAreBusyAsync(token => SendAsync(client, partnership, token));

        await WorksAfterAsync(partnership, client);
    }

    [Fact]
    public async Task WhileItIsShown_TheFileWaitsAsBefore()
    {
        var (partnership, client) = await StartAsync();
        var sent = await client.SendFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(Plan));
        await portal.Data.InTenantAsync(partnership.Id, async d => (await d.PlanImports.SingleAsync()).ReadingKey = "another");

        await WhileAllAreBusyAsync(token => client.GetAsync(new Uri(sent.Location!, UriKind.Relative), token));

        var page = (await client.GetPageAsync(sent.Location!)).ShouldBeOk();
        Assert.Contains("Nothing is saved yet.", page.Text, StringComparison.Ordinal);
        Assert.Equal(ImportState.Read, (await RowAsync(partnership)).State);
    }

    [Fact]
    public async Task WhileItIsBroughtIn_NothingIsInThePlanAndItCanBeBroughtIn()
    {
        var (partnership, client) = await StartAsync();
        var page = await client.ReadFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(Plan));
        await using (await HoldAsync())
        {
            using var gone = new CancellationTokenSource();
            var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.Find("form[action$='confirm']");
            using var fields = new FormUrlEncodedContent(TestPage.FieldsOf(form));
            var sending = client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), fields, gone.Token);
            await BlockedAsync();

            await gone.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        }

        var row = await RowAsync(partnership);
        Assert.Equal((ImportState.Read, 0), (row.State, await ProjectsAsync(partnership)));
        Assert.NotNull(row.Data);
        await (await client.GetPageAsync($"/{partnership.Slug}/plans/import/{row.Id}")).ShouldBeOk().SubmitAsync("form[action$='confirm']");
        Assert.Equal((ImportState.BroughtIn, 2), ((await RowAsync(partnership)).State, await ProjectsAsync(partnership)));
    }

    [Fact]
    public async Task JobIsRemoved_TheFileWaitsAgainAndCanBeBroughtIn()
    {
        var (partnership, client) = await StartAsync();
        var page = await client.ReadFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(Plan));
        await portal.Data.InTenantAsync(partnership.Id, async d => (await d.PlanImports.SingleAsync()).JobId = Guid.NewGuid());

        var shown = (await client.GetPageAsync($"/{partnership.Slug}/plans/import/{(await RowAsync(partnership)).Id}")).ShouldBeOk();
        await shown.SubmitAsync("form[action$='confirm']");

        Assert.Equal(page.Find("input[name=Seen]").GetAttribute("value"), shown.Find("input[name=Seen]").GetAttribute("value"));
        Assert.Equal(2, await ProjectsAsync(partnership));
    }

    /// <summary>Sends a request while every reader is busy, and takes it back as soon as it waits.</summary>
    private async Task WhileAllAreBusyAsync(Func<CancellationToken, Task> send)
    {
        using var open = new ManualResetEventSlim();
        using var gone = new CancellationTokenSource();
        var busy = new List<Task<bool>>();

        // The reader of an answer that was sent may still be leaving. Whoever asks before it left waits, and is at work a moment later.
        await UntilAsync(() => Queue.Running == 0, []);
        while (Queue.Waiting == 0)
        {
            busy.Add(Queue.RunAsync(-1 - busy.Count, _ => Held(open), CancellationToken.None));
        }

        try
        {
            var sending = send(gone.Token);
            await UntilAsync(() => Queue.Waiting == 2, [sending, .. busy]);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
            await UntilAsync(() => Queue.Waiting == 1, busy);
        }
        finally
        {
            open.Set();
        }

        await Task.WhenAll(busy);
    }

    private static bool Held(ManualResetEventSlim open)
    {
        open.Wait();
        return true;
    }

    /// <summary>Waits until it is so; fails where what it depends on ended before, so that a test never waits for ever.</summary>
    private static async Task UntilAsync(Func<bool> done, IReadOnlyCollection<Task> needed)
    {
        while (!done())
        {
            if (needed.FirstOrDefault(t => t.IsCompleted) is { } ended)
            {
                await ended;
                Assert.Fail("It ended before anybody took it back.");
            }

            await Task.Delay(10);
        }
    }

    private async Task WorksAfterAsync(TestPartnership partnership, HttpClient client)
    {
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, d => d.PlanImports.CountAsync()));
        Assert.Empty(Directory.EnumerateFiles(portal.DataDirectory, "*", SearchOption.AllDirectories).Where(f => f.Contains("incoming", StringComparison.Ordinal)));
        Assert.Contains("Nothing is saved yet.", (await client.ReadFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(Plan))).Text, StringComparison.Ordinal);
    }

    private static async Task SendAsync(HttpClient client, TestPartnership partnership, CancellationToken cancellationToken)
    {
        var start = (await client.OpenAsync($"/{partnership.Slug}/plans/import")).ShouldBeOk();
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestPage.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)start.Find("form[enctype]")))
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(Plan)), "File", "plan.csv");
        using var answer = await client.PostAsync(new Uri($"/{partnership.Slug}/plans/import", UriKind.Relative), form, cancellationToken);
        Assert.Fail($"It was answered with {answer.StatusCode}.");
    }

    private async Task<(TestPartnership Partnership, HttpClient Client)> StartAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, portal.ClientFor(partnership.Lead));
    }

    private Task<PlanImport> RowAsync(TestPartnership partnership) => portal.Data.InTenantAsync(partnership.Id, d => d.PlanImports.AsNoTracking().SingleAsync());

    private Task<int> ProjectsAsync(TestPartnership partnership) => portal.Data.InTenantAsync(partnership.Id, d => d.Projects.CountAsync());

    private async Task<NpgsqlConnection> HoldAsync()
    {
        var holding = new NpgsqlConnection(portal.OwnerConnection);
        await holding.OpenAsync();
        await using var hold = new NpgsqlCommand("begin; lock table projects in share row exclusive mode", holding);
        await hold.ExecuteNonQueryAsync();
        return holding;
    }

    private async Task BlockedAsync()
    {
        await using var looking = new NpgsqlConnection(portal.OwnerConnection);
        await looking.OpenAsync();
        await using var waits = new NpgsqlCommand(
            "select exists (select from pg_locks where not granted and relation = 'projects'::regclass and database = (select oid from pg_database where datname = current_database()))", looking);
        while (await waits.ExecuteScalarAsync() is not true)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>A file of which half is sent, and then nothing more.</summary>
    private sealed class HalfContent(byte[] content) : HttpContent
    {
        private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Sent => _sent.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(content.AsMemory(0, content.Length / 2), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _sent.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
