using System.Text;
using System.Text.Json;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>The bytes: what is in them, that they stay, and that anyone can work their hash out again.</summary>
public sealed class SnapshotTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Download_Submitted_GivesBytesWithThatHash()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var response = await steps.As(steps.Partnership.Reader).GetAsync(new Uri($"{steps.Report}/snapshot", UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(await steps.HashAsync(), CanonicalJson.Hash(bytes));
        var page = await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report);
        Assert.Equal(CanonicalJson.Hash(bytes), page.Find(".p-hash code").TextContent);
        Assert.Contains(SigningPanel.Fours(CanonicalJson.Hash(bytes)), page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WhatWasRead_GivesTheSameBytes()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var submission = (await steps.SubmissionsAsync()).Single();
        var snapshot = CanonicalJson.Read<QuarterSnapshot>(submission.Snapshot);

        Assert.Equal(submission.Snapshot, CanonicalJson.Write(snapshot));
        Assert.Equal(submission.ScrutinyEdition, CanonicalJson.Write(ScrutinyEdition.Of(snapshot)));
        Assert.Equal(CanonicalJson.Hash(submission.ScrutinyEdition), snapshot.ScrutinyEditionSha256);
    }

    [Fact]
    public async Task Submit_StoppedProject_SaysWhyToAllWhoReadTheQuarter()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.InTenantAsync(steps.Partnership.Id, async database =>
        {
            var project = await database.Projects.SingleAsync(p => p.Id == steps.Plan.ProjectIds[0]);
            (project.Status, project.StatusReason) = (ProjectStatus.Stopped, "The programme ended");
            return true;
        });
        await steps.CloseAsync();
        await steps.SubmitAsync();
        var submission = (await steps.SubmissionsAsync()).Single();

        var page = (await steps.As(steps.Partnership.Chief).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Contains("Stopped The programme ended", page.Find("#full-table").ParentElement!.TextContent.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Contains("\"stoppedBecause\":\"The programme ended\"", Encoding.UTF8.GetString(submission.ScrutinyEdition), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_SameData_GivesTheSameWordsButForNumberAndTime()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await steps.ReturnAsync(steps.Partnership.Chief);
        await steps.SubmitAsync();
        var both = await steps.SubmissionsAsync();

        var (first, second) = (CanonicalJson.Read<QuarterSnapshot>(both[0].Snapshot), CanonicalJson.Read<QuarterSnapshot>(both[1].Snapshot));

        Assert.Equal(
            CanonicalJson.Write(first with { ScrutinyEditionSha256 = null }),
            CanonicalJson.Write(second with { Number = 1, SubmittedAt = first.SubmittedAt, ScrutinyEditionSha256 = null }));
    }

    [Fact]
    public async Task Submit_FullQuarter_HoldsWhatTheDesignSays()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var (partnership, plan) = (steps.Partnership, steps.Plan);
        await portal.Data.AcceptUpdateAsync(partnership, plan, plan.ProjectIds[0], u => (u.HelpNeeded, u.RagProposed, u.RagChangedReason) = ("Choose a lead", "on-track", "Stage missed"));
        await portal.Data.SlipAsync(partnership, plan.ProjectIds[0], "31 December 2020", "Coronavirus");
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Audit", released: false);
        await steps.CloseAsync();
        await steps.SubmitAsync();

        var snapshot = CanonicalJson.Read<QuarterSnapshot>((await steps.SubmissionsAsync()).Single().Snapshot);

        Assert.Equal((QuarterSnapshot.CurrentSchema, 1, 1), (snapshot.Schema, snapshot.Number, snapshot.Quorum));
        Assert.NotNull(snapshot.SubmittedBy);
        Assert.Equal(3, snapshot.RatingKey.Count);
        var (first, second) = (snapshot.Aims[0].Projects[0], snapshot.Aims[0].Projects[1]);
        Assert.Equal(("at-risk", "on-track", "Stage missed", "Choose a lead"), (first.Rating, first.Update!.RatingProposed, first.Update.RatingChangedReason, first.Update.HelpNeeded));
        Assert.Equal(("CSW", "27 October 2020"), (first.Update.Entries[0].AgencyCode, first.Update.Entries[0].DateText));
        Assert.Equal(("30 September 2020", "31 December 2020", "Coronavirus"), (first.Slips[0].From.Text, first.Slips[0].To.Text, first.Slips[0].Reason));
        Assert.Equal(new DateOnly(2020, 12, 31), first.Deadline.Due);
        Assert.True(second.DaysLate > 0);
        Assert.Null(second.Update);
        Assert.Equal("46%", snapshot.Measures[0].Points[0].ValueText);
        Assert.Equal(50, snapshot.Measures[0].Targets[0].Value);
        Assert.Equal(["1.1", "1.2"], snapshot.Recommendations[0].Projects.Select(p => p.Number));
        var evidence = Assert.Single(snapshot.Evidence);
        Assert.Equal(("Audit", "1.1", (DateTimeOffset?)null), (evidence.Title, evidence.Projects[0], evidence.ReleasedAt));
    }

    [Fact]
    public async Task EditPlan_AfterSubmitting_LeavesBytesAndPageAlone()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var reader = steps.As(steps.Partnership.Reader);
        var before = (Bytes: await steps.DownloadAsync(steps.Partnership.Reader), (await reader.GetPageAsync(steps.Report)).Text);

        await portal.Data.InTenantAsync(steps.Partnership.Id, async database =>
        {
            (await database.Plans.FirstAsync()).Title = "Plan edited afterwards";
            (await database.StretchAims.FirstAsync()).Statement = "Aim edited afterwards";
            var project = await database.Projects.FirstAsync(p => p.Id == steps.Plan.ProjectIds[0]);
            (project.Title, project.Rag, project.Status) = ("Edited afterwards", "off-track", ProjectStatus.Stopped);
            (await database.ProgressUpdates.FirstAsync()).HelpNeeded = "Help asked afterwards";
            (await database.UpdateEntries.FirstAsync(e => e.UpdateId != null)).Text = "Said afterwards";
            (await database.DataPoints.FirstAsync()).ValueText = "99%";
            return true;
        });
        await portal.Data.CreateNoteAsync(steps.Partnership, steps.Plan.ProjectIds[0], "Evidence added afterwards", released: true);

        Assert.Equal(before.Bytes, await steps.DownloadAsync(steps.Partnership.Reader));
        Assert.Equal(before.Text, (await reader.GetPageAsync(steps.Report)).Text);
        await steps.ApproveAsync(steps.Partnership.Chief);
        Assert.Equal(before.Bytes, (await steps.PublishedAsync())!.Snapshot);
    }

    [Theory]
    [InlineData("update submissions set snapshot = 'x'")]
    [InlineData("update submissions set sha256 = repeat('0', 64)")]
    [InlineData("update submissions set scrutiny_edition = 'x'")]
    [InlineData("delete from submissions")]
    [InlineData("update approvals set sha256 = repeat('0', 64)")]
    [InlineData("delete from approvals")]
    [InlineData("update published_reports set snapshot = 'x'")]
    [InlineData("update published_reports set scrutiny_edition = 'x'")]
    [InlineData("delete from published_reports")]
    public async Task Sql_ThatRewritesWhatWasSigned_IsRefusedByTheDatabase(string sql)
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await steps.ApproveAsync(steps.Partnership.Chief);
        await using var connection = new NpgsqlConnection(portal.AppConnection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var tenant = new NpgsqlCommand("select set_config('app.tenant', $1, true)", connection, transaction);
        tenant.Parameters.AddWithValue(steps.Partnership.Id.ToString());
        await tenant.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Get_BytesChangedBehindTheApp_SaysThatTheSealIsBroken()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "update submissions set snapshot = convert_to(replace(convert_from(snapshot, 'UTF8'), 'Update canary', 'Forged canary'), 'UTF8') where period_id = $1", connection);
        command.Parameters.AddWithValue(steps.PeriodId);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());

        var page = await steps.As(steps.Partnership.Chief).GetPageAsync(steps.Report);

        Assert.Contains("The seal is broken", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_OfSubmitting_KeepsNoBytes()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var changes = await portal.Data.InTenantAsync(steps.Partnership.Id, database => database.AuditEntries
            .Where(a => a.EntityType == nameof(Submission)).Select(a => new { a.Changes, a.Command, a.UserId }).SingleAsync());

        Assert.Equal((nameof(SubmitQuarter), steps.Partnership.Lead.Id), (changes.Command, changes.UserId));
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"aims")), changes.Changes, StringComparison.Ordinal);
        Assert.Equal("changed", JsonDocument.Parse(changes.Changes).RootElement.GetProperty("Snapshot").GetString());
    }
}
