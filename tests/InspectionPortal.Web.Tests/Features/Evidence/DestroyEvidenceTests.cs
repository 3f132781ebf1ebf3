using System.Globalization;
using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Features.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Evidence;

/// <summary>Two people destroy the files of withdrawn evidence, and the record of it stays.</summary>
public sealed class DestroyEvidenceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Reason = "4.2: six years after the plan closed";

    [Fact]
    public async Task Post_RequestAndConfirm_ByTwoPeople_RemoveTheFile_AndKeepTheRecord()
    {
        var (here, id, address) = await WithdrawnAsync();
        var (lead, officer) = (portal.ClientFor(here.Lead), portal.ClientFor(here.Chief));
        var version = await portal.Data.InTenantAsync(here.Id, d => d.EvidenceVersions.AsNoTracking().SingleAsync());

        var form = (await lead.GetPageAsync($"{address}/destroy")).ShouldBeOk();
        var missing = await form.SubmitAsync("main form");
        Assert.Equal(["Enter what your retention schedule says"], missing.Errors);
        var asked = await lead.FollowAsync(await missing.SubmitAsync("main form", ("Reason", Reason)));

        Assert.Contains($"by {await NameAsync(here.Lead)}. Somebody else must confirm it. Retention schedule: {Reason}", asked.Text, StringComparison.Ordinal);
        Assert.Empty(asked.Document.QuerySelectorAll("main a[href$='/destroy/confirm']"));
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetPageAsync($"{address}/destroy/confirm")).Status);
        (await lead.GetPageAsync($"{address}/versions/1/file")).ShouldBeOk();

        var confirm = (await officer.GetPageAsync($"{address}/destroy/confirm")).ShouldBeOk();
        Assert.Contains(Reason, confirm.Text, StringComparison.Ordinal);
        Assert.Contains(version.FileName!, confirm.Text, StringComparison.Ordinal);
        var done = await officer.FollowAsync(await confirm.SubmitAsync("main form"));

        Assert.Contains($"by {await NameAsync(here.Chief)}, as requested by {await NameAsync(here.Lead)}. Retention schedule: {Reason}", done.Text, StringComparison.Ordinal);
        Assert.Contains(version.Sha256, done.Text, StringComparison.Ordinal);
        Assert.Contains(version.FileName!, done.Text, StringComparison.Ordinal);
        foreach (var client in new[] { lead, officer })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"{address}/versions/1/file")).Status);
        }

        var history = (await lead.GetPageAsync($"/{here.Slug}/history/evidence/{id}")).ShouldBeOk().Text;
        Assert.Contains(Reason, history, StringComparison.Ordinal);
        Assert.Equal(1, await SweptAsync(here, version.StorageName!));
    }

    [Fact]
    public async Task Post_Confirm_ByWhoAskedForIt_IsRefused_AlsoByTheDatabase()
    {
        var (here, id, address) = await WithdrawnAsync();
        var lead = portal.ClientFor(here.Lead);
        await RequestAsync(lead, address);

        var refused = await (await lead.GetPageAsync(address)).SubmitToAsync("form[action$='/destroy/decline']", $"{address}/destroy/confirm");

        Assert.Contains(refused.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Conflict });
        Assert.Null(await portal.Data.InTenantAsync(here.Id, d => d.EvidenceItems.Select(i => i.DestroyedAt).SingleAsync()));
        var wrong = await Assert.ThrowsAsync<PostgresException>(() => OwnerAsync(
            "update evidence_items set destroyed_at = now(), destroyed_by_user_id = destruction_requested_by_user_id where id = $1", id));
        Assert.Equal("ck_evidence_items_destroyed_by_two", wrong.ConstraintName);
    }

    [Fact]
    public async Task Destroyed_Any_StaysSo_InTheDatabase()
    {
        var (here, id, address) = await WithdrawnAsync();
        await RequestAsync(portal.ClientFor(here.Lead), address);
        var officer = portal.ClientFor(here.Chief);
        await (await officer.GetPageAsync($"{address}/destroy/confirm")).SubmitAsync("main form");

        foreach (var change in new[]
        {
            "update evidence_items set destroyed_at = null where id = $1",
            "update evidence_versions set destroyed_at = null where item_id = $1",
            "update evidence_versions set storage_name = repeat('a', 32) where item_id = $1",
        })
        {
            await Assert.ThrowsAsync<PostgresException>(() => OwnerAsync(change, id));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"{address}/destroy")).Status);
    }

    [Fact]
    public async Task Post_Decline_KeepsTheFile_AndAnotherRequestCanFollow()
    {
        var (here, _, address) = await WithdrawnAsync();
        var lead = portal.ClientFor(here.Lead);
        await RequestAsync(lead, address);

        var page = await portal.ClientFor(here.Chief).GetPageAsync(address);
        var declined = await page.SubmitAsync("form[action$='/destroy/decline']");

        Assert.Equal(address, declined.Location);
        (await lead.GetPageAsync($"{address}/versions/1/file")).ShouldBeOk();
        Assert.DoesNotContain(Reason, (await lead.GetPageAsync(address)).Text, StringComparison.Ordinal);
        (await lead.GetPageAsync($"{address}/destroy")).ShouldBeOk();
    }

    [Fact]
    public async Task Get_Request_IsForWithdrawnFilesOfYesterday_AndForWhoMay()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, projects: 1);
        var file = await portal.Data.CreateFileAsync(here, plan.ProjectIds[0], "A file", released: false);
        var address = $"/{here.Slug}/evidence/{file.ItemId}";
        var lead = portal.ClientFor(here.Lead);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetPageAsync($"{address}/destroy")).Status);

        await (await lead.GetPageAsync($"{address}/retract")).SubmitAsync("main form", ("Reason", "Wrong file"));
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetPageAsync($"{address}/destroy")).Status);
        Assert.DoesNotContain("destruction", (await lead.GetPageAsync(address)).Text, StringComparison.Ordinal);

        await AgeAsync(file.ItemId);
        (await lead.GetPageAsync($"{address}/destroy")).ShouldBeOk();
        foreach (var person in new[] { here.Contributor, here.Reader })
        {
            var client = portal.ClientFor(person);
            Assert.DoesNotContain("destruction", (await client.GetPageAsync(address)).ShouldBeOk().Text, StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.OK, (await client.GetPageAsync($"{address}/destroy")).Status);
        }
    }

    private static async Task RequestAsync(HttpClient client, string address)
    {
        var sent = await (await client.GetPageAsync($"{address}/destroy")).SubmitAsync("main form", ("Reason", Reason));
        Assert.Equal(address, sent.Location);
    }

    /// <summary>A file that was withdrawn two days ago.</summary>
    private async Task<(TestPartnership Here, Guid Id, string Address)> WithdrawnAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, projects: 1);
        var file = await portal.Data.CreateFileAsync(here, plan.ProjectIds[0], "A file", released: true);
        var address = $"/{here.Slug}/evidence/{file.ItemId}";
        await (await portal.ClientFor(here.Lead).GetPageAsync($"{address}/retract")).SubmitAsync("main form", ("Reason", "Wrong file"));
        await AgeAsync(file.ItemId);
        return (here, file.ItemId, address);
    }

    private async Task<string> NameAsync(TestPerson person)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select display_name from users where id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = person.Id });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private Task AgeAsync(Guid id) => OwnerAsync("update evidence_items set withdrawn_at = withdrawn_at - interval '2 days' where id = $1", id);

    /// <summary>Runs the clean-up with the file two days old, and returns 1 where the file is gone.</summary>
    private async Task<int> SweptAsync(TestPartnership here, string storageName)
    {
        var path = Path.Combine(portal.DataDirectory, "evidence", here.Id.ToString(CultureInfo.InvariantCulture), storageName);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-2));
        await using var scope = portal.Host.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SweepEvidenceJob>(scope.ServiceProvider).ExecuteAsync(CancellationToken.None);
        var store = scope.ServiceProvider.GetRequiredService<EvidenceStore>();
        return await store.OpenAsync(here.Id, storageName, CancellationToken.None) is null ? 1 : 0;
    }

    private async Task OwnerAsync(string sql, Guid id)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await command.ExecuteNonQueryAsync();
    }
}
