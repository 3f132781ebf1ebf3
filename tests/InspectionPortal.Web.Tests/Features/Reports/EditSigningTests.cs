using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>How many must approve a report and which agencies must have signed: set by the lead, sealed when the quarter is
/// submitted.</summary>
public sealed class EditSigningTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_AgencyMustSign_PublishesOnlyWithItsSignature()
    {
        var (steps, second) = await MakeAsync();
        await SaveAsync(steps, "1", (second, steps.Plan.AgencyId));
        await steps.CloseAsync();
        await steps.SubmitAsync();

        var check = (await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();
        Assert.Contains("It is published when it has 1 and ", check.Text, StringComparison.Ordinal);
        await steps.ApproveAsync(steps.Partnership.Chief);
        Assert.Null(await steps.PublishedAsync());
        var waiting = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Contains("(not yet)", waiting.Find("#signing").TextContent, StringComparison.Ordinal);
        var own = (await steps.As(second).GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();
        Assert.Contains("You sign for ", own.Text, StringComparison.Ordinal);
        Assert.Contains("Yours is the last one it needs", own.Text, StringComparison.Ordinal);
        await steps.ApproveAsync(second);

        Assert.NotNull(await steps.PublishedAsync());
        Assert.Contains("(signed)", (await steps.As(second).GetPageAsync(steps.Report)).Find("#signing")
            .TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AfterSubmitting_ChangesNothingForTheReportThatWaits()
    {
        var (steps, second) = await MakeAsync();
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await SaveAsync(steps, "2", (second, steps.Plan.AgencyId));

        await steps.ApproveAsync(steps.Partnership.Chief);

        Assert.NotNull(await steps.PublishedAsync());
        Assert.Null(CanonicalJson.Read<QuarterSnapshot>((await steps.PublishedAsync())!.Snapshot).MustSign);
    }

    [Fact]
    public async Task Post_AgencyThatNobodySignsFor_IsRefused()
    {
        var (steps, _) = await MakeAsync();
        var form = (await steps.As(steps.Partnership.Lead).GetPageAsync($"/{steps.Partnership.Slug}/reports/signing")).ShouldBeOk();

        var page = await form.SubmitAsync("form.p-form", ("Agencies", steps.Plan.AgencyId.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("needs a chief officer who signs for it", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(steps.Partnership.Id, d => d.SigningAgencies.CountAsync()));
    }

    [Fact]
    public async Task Submit_NobodyCanSignForAnAgency_SaysSoAndIsRefused()
    {
        var (steps, second) = await MakeAsync();
        await SaveAsync(steps, "1", (second, steps.Plan.AgencyId));
        await steps.CloseAsync();
        await LeaveAsync(steps, second);
        var agency = await portal.Data.InTenantAsync(
            steps.Partnership.Id, d => d.Agencies.Where(a => a.Id == steps.Plan.AgencyId).Select(a => a.Name).SingleAsync());

        var page = (await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit")).ShouldBeOk();
        Assert.Contains($"No one can sign for {agency}", page.Find("#nobody-signs").TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#submit-quarter"));
        var sent = await steps.PostAsync(
            steps.As(steps.Partnership.Lead), "submit", ("Id", Guid.NewGuid().ToString()), ("Version", $"{await steps.VersionAsync()}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains($"No one can sign for {agency}", sent.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(PeriodState.WithLead, await steps.StateAsync());
        Assert.Empty(await steps.SubmissionsAsync());
    }

    [Fact]
    public async Task Submit_WhoSignsIsDisabledOrALead_CannotSign()
    {
        var (steps, second) = await MakeAsync();
        await SaveAsync(steps, "1", (second, steps.Plan.AgencyId));
        await steps.CloseAsync();
        Task<TestPage> PageAsync() => steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit");
        Assert.Null((await PageAsync()).Document.QuerySelector("#nobody-signs"));

        await portal.Data.OnPlatformAsync(async d => (await d.Users.SingleAsync(u => u.Id == second.Id)).IsDisabled = true);
        Assert.NotNull((await PageAsync()).Document.QuerySelector("#nobody-signs"));
        await portal.Data.OnPlatformAsync(async d => (await d.Users.SingleAsync(u => u.Id == second.Id)).IsDisabled = false);
        Assert.Null((await PageAsync()).Document.QuerySelector("#nobody-signs"));

        await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.PartnershipLead);
        Assert.NotNull((await PageAsync()).Document.QuerySelector("#nobody-signs"));
    }

    [Fact]
    public async Task Approve_WhoSignsForAnAgencyLeft_SaysThatItCannotBePublished()
    {
        var (steps, second) = await MakeAsync();
        await SaveAsync(steps, "1", (second, steps.Plan.AgencyId));
        await steps.CloseAsync();
        await steps.SubmitAsync();
        var dissent = await steps.As(second).GetPageAsync($"{steps.Report}/dissent");
        Assert.Contains("Without your approval the report cannot be published", dissent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Without your approval", (await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/dissent")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "cannot be published", (await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/approve")).Text, StringComparison.Ordinal);

        await LeaveAsync(steps, second);

        Assert.Contains(
            "No one who can still approve signs for ",
            (await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/approve")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_NobodyCanSignForAnAgency_SaysSoAndIsRefused()
    {
        var (steps, second) = await MakeAsync();
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0]);
        await SaveAsync(steps, "1", (second, steps.Plan.AgencyId));
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(second);
        var form = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/correct?project={steps.Plan.ProjectIds[0]}");
        await LeaveAsync(steps, second);

        var sent = await form.SubmitAsync("#correct-report", ("Reason", "Wrong row"), ("Projects[0].Rating", "on-track"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("No one can sign for ", sent.Errors.Single(), StringComparison.Ordinal);
        Assert.NotNull(sent.Find("#nobody-signs"));
        Assert.Single(await steps.SubmissionsAsync());
    }

    [Fact]
    public async Task Post_StaleForm_IsAConflict()
    {
        var (steps, second) = await MakeAsync();
        var form = (await steps.As(steps.Partnership.Lead).GetPageAsync($"/{steps.Partnership.Slug}/reports/signing")).ShouldBeOk();
        await SaveAsync(steps, "3", (second, steps.Plan.AgencyId));

        var page = await form.SubmitAsync("form.p-form", ("Quorum", "1"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(3,
            await portal.Data.OnPlatformAsync(
                d => d.Partnerships.Where(p => p.Id == steps.Partnership.Id).Select(p => p.Quorum).SingleAsync()));
    }

    [Fact]
    public async Task Any_WhoIsNotALead_IsRefused()
    {
        var (steps, second) = await MakeAsync();
        foreach (var person in new[] { steps.Partnership.Contributor, steps.Partnership.Reader, steps.Partnership.Chief, second })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await steps.As(person).GetPageAsync($"/{steps.Partnership.Slug}/reports/signing"))
                .Status);
        }
    }

    private async Task<(QuarterSteps Steps, TestPerson Second)> MakeAsync()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.ChiefOfficer);
        return (steps, second);
    }

    private static async Task LeaveAsync(QuarterSteps steps, TestPerson person) =>
        Assert.NotNull((await (await steps.As(steps.Partnership.Lead).GetPageAsync($"/{steps.Partnership.Slug}/people/{person.Id}/remove"))
            .SubmitAsync("main form")).Location);

    /// <summary>One agency must sign, and this chief officer signs for it.</summary>
    private static async Task SaveAsync(QuarterSteps steps, string quorum, (TestPerson Person, Guid Agency) signs)
    {
        var form = (await steps.As(steps.Partnership.Lead).GetPageAsync($"/{steps.Partnership.Slug}/reports/signing")).ShouldBeOk();
        var index = form.Document.QuerySelectorAll("input[name$='.UserId']").Select(i => i.GetAttribute("value")).ToList()
            .IndexOf(signs.Person.Id.ToString());
        var saved = await form.SubmitAsync(
            "form.p-form", ("Quorum", quorum), ("Agencies", signs.Agency.ToString()), ($"Signatories[{index}].AgencyId",
                signs.Agency.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }
}
