using System.Net;
using System.Text;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>What chief officers answer to the decisions sought: beside the sealed bytes, and never changed.</summary>
public sealed class DecisionRecordTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_Answers_AreKeptWithTheReportAndItsBytesStay()
    {
        var (steps, second) = await MakeAsync(quorum: 2);
        var before = (await steps.SubmissionsAsync()).Single();
        var check = (await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();
        Assert.Contains("The report asks for 2 decisions.", check.Text, StringComparison.Ordinal);

        await check.SubmitAsync(
            "form[action$='/approve']", ("Answers[0].Answer", "Agreed"), ("Answers[1].Answer", "Deferred"), ("Answers[1].Comment", "Wait for the budget"));
        var next = (await steps.As(second).GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();
        Assert.Contains($"Chief {steps.Partnership.Canary}: agreed", next.Text, StringComparison.Ordinal);
        await next.SubmitAsync("form[action$='/approve']", ("Answers[0].Answer", "NotAgreed"));

        var published = await steps.PublishedAsync();
        Assert.Equal(before.Snapshot, published!.Snapshot);
        Assert.Equal(before.Sha256, published.Sha256);
        var page = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();
        var decisions = page.Document.QuerySelectorAll(".p-decisions > li").Select(d => d.TextContent).ToList();
        Assert.Contains("Agreed", decisions[0], StringComparison.Ordinal);
        Assert.Contains("Not agreed", decisions[0], StringComparison.Ordinal);
        Assert.Contains("Deferred", decisions[1], StringComparison.Ordinal);
        Assert.Contains("Wait for the budget", decisions[1], StringComparison.Ordinal);
        Assert.Equal(3, page.Document.QuerySelectorAll(".p-decisions > li .p-rows > li").Length);
    }

    [Fact]
    public async Task Post_NoAnswer_LeavesTheDecisionOpenAndTheReportSaysSo()
    {
        var (steps, _) = await MakeAsync(quorum: 1);
        var waiting = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Contains("Not answered yet.", waiting.Text, StringComparison.Ordinal);

        await steps.ApproveAsync(steps.Partnership.Chief);

        var page = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Equal(2, page.Text.Split("No one answered this before the report was published.").Length - 1);
    }

    [Theory]
    [InlineData("Answers[0].Comment", "Words without an answer", "Choose agreed, not agreed or deferred, or delete your comment")]
    [InlineData("Answers[0].Answer", "Perhaps", "Choose or enter a value from the form")]
    [InlineData("Answers[0].Number", "9", "The decisions on the form are not those of this report")]
    public async Task Post_BadAnswer_IsRefusedAndNothingIsApproved(string field, string value, string message)
    {
        var (steps, _) = await MakeAsync(quorum: 1);
        var check = await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/approve");

        (string, string?)[] fields = field.EndsWith("Number", StringComparison.Ordinal) ? [(field, value), ("Answers[0].Answer", "Agreed")]
            : [(field, value)];
        var page = await check.SubmitAsync("form[action$='/approve']", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Errors.Single(), StringComparison.Ordinal);
        Assert.Empty((await steps.SubmissionsAsync()).Single().Approvals);
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
    }

    [Fact]
    public async Task Get_Published_ScrutinyBodiesSeeNoDecisionAndNoAnswer()
    {
        var (steps, _) = await MakeAsync(quorum: 1);
        var check = await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/approve");
        await check.SubmitAsync("form[action$='/approve']", ("Answers[0].Answer", "Agreed"), ("Answers[0].Comment", "SecretAnswer"));
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.LivePlan);

        var page = (await steps.As(officer.Person).GetPageAsync(steps.Report)).ShouldBeOk();

        Assert.DoesNotContain(
            "SecretAnswer", page.Html + Encoding.UTF8.GetString(await steps.DownloadAsync(officer.Person)), StringComparison.Ordinal);
        Assert.DoesNotContain("Decisions sought", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update decision_records set answer = 'NotAgreed'")]
    [InlineData("delete from decision_records")]
    [InlineData("insert into decision_records select tenant_id, gen_random_uuid(), approval_id, 9, answer, comment from decision_records limit 1")]
    [InlineData("insert into approvals select tenant_id, gen_random_uuid(), submission_id, gen_random_uuid(), capacity, sha256, decision, comment, at, is_also_lead from approvals limit 1")]
    [InlineData("update return_comments set text = 'x'")]
    [InlineData("delete from return_comments")]
    public async Task Sql_ThatChangesTheRecordOfAPublishedReport_IsRefusedByTheDatabase(string sql)
    {
        var (steps, _) = await MakeAsync(quorum: 1);
        var check = await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/approve");
        await check.SubmitAsync("form[action$='/approve']", ("Answers[0].Answer", "Agreed"));
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

    private async Task<(QuarterSteps Steps, TestPerson Second)> MakeAsync(int quorum)
    {
        var steps = await QuarterSteps.MakeAsync(portal, quorum);
        await portal.Data.AcceptUpdateAsync(
            steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0], u => u.HelpNeeded = "Name a lead. Nobody has it.");
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.ChiefOfficer);
        await steps.CloseAsync();
        await steps.PrepareAsync(("Decisions[0].Text", "Agree a new date"));
        await steps.SubmitAsync();
        return (steps, second);
    }
}
