using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>A forecast or a slip that was accepted once stays known in the quarters in which the item sends nothing.</summary>
public sealed class KnownForecastTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Submit_NoUpdateAfterALaterForecast_IsStillAnExceptionWithItsForecastAndReason()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var late = steps.Plan.ProjectIds[0];
        await portal.Data.AcceptUpdateAsync(
            steps.Partnership, steps.Plan, late, u =>
                (u.Forecast, u.SlipReason) = (DeadlineParser.Parse("31 March 2021"), "Two people left"));
        await ForecastAsync(steps, late, "31 March 2021");
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(steps.Partnership.Chief);
        var next = new QuarterSteps(
            portal, steps.Partnership, steps.Plan, await portal.Data.CreateNextPeriodAsync(steps.Partnership, steps.Plan));
        await next.CloseAsync();
        await next.SubmitAsync();

        var snapshot = CanonicalJson.Read<QuarterSnapshot>((await next.SubmissionsAsync()).Single().Snapshot);
        var page = (await next.As(next.Partnership.Chief).GetPageAsync(next.Report)).ShouldBeOk();

        var project = snapshot.Aims[0].Projects[0];
        Assert.Null(project.Update);
        Assert.Equal("31 March 2021", project.Forecast!.Text);
        var row = page.Find("#exceptions ~ table").QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("1.1",
            StringComparison.Ordinal)).TextContent;
        Assert.Contains("31 March 2021", row, StringComparison.Ordinal);
        Assert.Contains("As accepted in an earlier quarter", row, StringComparison.Ordinal);
        var full = page.Find($"#project-{late:N}").TextContent;
        Assert.Contains("No update received", full, StringComparison.Ordinal);
        Assert.Contains("31 March 2021, as accepted in an earlier quarter", full, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_NoUpdateAfterASlip_SaysHowTheDeadlineMovedAndWhy()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var late = steps.Plan.ProjectIds[0];
        await portal.Data.SlipAsync(steps.Partnership, late, "30 October 2020", "Coronavirus");
        await ForecastAsync(steps, late, "31 March 2021");
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(steps.Partnership.Chief);
        var next = new QuarterSteps(
            portal, steps.Partnership, steps.Plan, await portal.Data.CreateNextPeriodAsync(steps.Partnership, steps.Plan));
        await next.CloseAsync();
        await next.SubmitAsync();

        var snapshot = CanonicalJson.Read<QuarterSnapshot>((await next.SubmissionsAsync()).Single().Snapshot);
        var edition = ScrutinyEdition.Read((await next.SubmissionsAsync()).Single().ScrutinyEdition);
        var exceptions = (await next.As(next.Partnership.Chief).GetPageAsync(next.Report)).Find("#exceptions ~ table").TextContent;

        Assert.Empty(snapshot.Aims[0].Projects[0].Slips);
        Assert.Equal("Coronavirus", snapshot.Aims[0].Projects[0].EarlierSlip!.Reason);
        Assert.Equal("31 March 2021", edition.Aims[0].Projects[0].Forecast!.Text);
        Assert.Contains("Coronavirus", exceptions, StringComparison.Ordinal);
        Assert.Contains("Moved from “30 September 2020” to “30 October 2020”", exceptions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ReportFromBeforeSchema2_ReadsAsItDid()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.AcceptUpdateAsync(
            steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0], u => u.HelpNeeded = "Name a lead. Nobody has it.");
        await steps.CloseAsync();
        await steps.SubmitAsync();
        var submission = (await steps.SubmissionsAsync()).Single();
        var old = CanonicalJson.Write(AsBefore(CanonicalJson.Read<QuarterSnapshot>(submission.Snapshot)));
        await ReplaceAsync(submission.Id, old);

        var page = (await steps.As(steps.Partnership.Chief).GetPageAsync(steps.Report)).ShouldBeOk();
        var text = System.Text.Encoding.UTF8.GetString(old);

        foreach (var name in new[] { "columns", "decisions", "vocabulary", "leftOut", "summary", "cells", "isNotAccepted", "earlierSlip" })
        {
            Assert.DoesNotContain($"\"{name}\":", text, StringComparison.Ordinal);
        }

        Assert.Equal(old, CanonicalJson.Write(CanonicalJson.Read<QuarterSnapshot>(old)));
        Assert.DoesNotContain("The seal is broken", page.Text, StringComparison.Ordinal);
        Assert.Equal("Name a lead", page.Find(".p-decisions a").TextContent);
        Assert.Contains("1 of 2 projects has no accepted update.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["No.", "Project", "Led by", "Deadline", "Status", "Rating", "Update"],
            page.Document.QuerySelectorAll("#full-table ~ * thead th").Select(h => h.TextContent.Trim()));
        await steps.ApproveAsync(steps.Partnership.Chief);
        Assert.Equal(old, (await steps.PublishedAsync())!.Snapshot);
    }

    /// <summary>The same quarter as it was written before the partnership lead prepared reports.</summary>
    private static QuarterSnapshot AsBefore(QuarterSnapshot snapshot) => snapshot with
    {
        Schema = 1,
        Decisions = null,
        Columns = null,
        Vocabulary = null,
        Aims =
        [
            .. snapshot.Aims.Select(a => a with
            {
                Projects = [.. a.Projects.Select(p => p with { Forecast = null, EarlierSlip = null, Cells = null, IsNotAccepted = null })],
            }),
        ],
    };

    private async Task ReplaceAsync(Guid submission, byte[] bytes)
    {
        await using var connection = new Npgsql.NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("update submissions set snapshot = $1, sha256 = $2 where id = $3", connection);
        command.Parameters.AddWithValue(bytes);
        command.Parameters.AddWithValue(CanonicalJson.Hash(bytes));
        command.Parameters.AddWithValue(submission);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private Task<bool> ForecastAsync(QuarterSteps steps, Guid project, string forecast) =>
        portal.Data.InTenantAsync(steps.Partnership.Id, async database =>
    {
        (await database.Projects.SingleAsync(p => p.Id == project)).Forecast = DeadlineParser.Parse(forecast);
        return true;
    });
}
