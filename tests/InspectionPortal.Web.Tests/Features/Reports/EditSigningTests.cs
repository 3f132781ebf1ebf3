using System.Net;
using InspectionPortal.Domain.People;
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
