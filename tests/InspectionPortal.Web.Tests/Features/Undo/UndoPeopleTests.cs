using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Undo;

/// <summary>Agencies, posts, who holds them, and figures.</summary>
public sealed class UndoPeopleTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Undo = ".p-done form";

    /// <summary>The form, and what is typed.</summary>
    public static TheoryData<string, string, string> Edits { get; } = new()
    {
        { "people/agencies/{agency}", "Chair", "The provost" },
        { "people/agencies/{agency}", "Kind", "Committee" },
        { "people/responsibilities/{post}", "Name", "Head of Care" },
        { "people/holders/{holding}", "Until", "31 December 2100" },
        { "people/holders/new?person={reader}&responsibility={post}", "Until", "31 December 2100" },
        { "reviews/{review}/edit", "Title", "They came back once more" },
        { "measures/{measure}/baseline", "Points", "2" },
        { "figures/{figure}/exclude", "Reason", "The system was down" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Post_AfterAnEdit_GivesBackWhatWasThere(string path, string field, string value)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var before = await PartnershipRows.ReadAsync(portal, here);
        var saved = await SaveAsync(client, $"/{here.Slug}/{await FillAsync(here, plan, path)}", "main form", (field, value));
        Assert.NotEqual(before, await PartnershipRows.ReadAsync(portal, here));

        Assert.Equal(HttpStatusCode.Redirect, (await saved.SubmitAsync(Undo)).Status);

        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, here));
    }

    /// <summary>The page with the button, and the button's form.</summary>
    [Theory]
    [InlineData("people/{contributor}", "form[action*='/holders/']")]
    [InlineData("reviews/{review}/edit", "form#remove")]
    public async Task Post_AfterARemoval_GivesBackTheSameThing(string path, string form)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var before = await PartnershipRows.ReadAsync(portal, here);
        var gone = await SaveAsync(client, $"/{here.Slug}/{await FillAsync(here, plan, path)}", form);
        Assert.NotEqual(before, await PartnershipRows.ReadAsync(portal, here));

        await gone.SubmitAsync(Undo);

        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, here));
    }

    [Fact]
    public async Task Post_AgencyThatItReportedToNowReportsToIt_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var above = await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var agency = new Agency { Code = "TOP", Name = "Board" };
            database.Add(agency);
            (await database.Agencies.SingleAsync(a => a.Id == plan.AgencyId)).ReportsToId = agency.Id;
            return agency.Id;
        });
        var saved = await SaveAsync(client, $"/{here.Slug}/people/agencies/{plan.AgencyId}", "main form", ("ReportsToId", ""));
        await SaveAsync(client, $"/{here.Slug}/people/agencies/{above}", "main form", ("ReportsToId", plan.AgencyId.ToString()));

        var refused = await saved.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("This cannot be undone. Board now reports to", refused.Text, StringComparison.Ordinal);
        Assert.Null(await portal.Data.InTenantAsync(here.Id, database =>
            database.Agencies.Where(a => a.Id == plan.AgencyId).Select(a => a.ReportsToId).SingleAsync()));
    }

    [Fact]
    public async Task Post_HolderIsNoMemberAnyMore_IsRefused()
    {
        var (here, _) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var ended = await SaveAsync(client, $"/{here.Slug}/people/{here.Contributor.Id}", "form[action*='/holders/']");
        await SaveAsync(client, $"/{here.Slug}/people/{here.Contributor.Id}/remove", "main form");

        var refused = await ended.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("no longer a member", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AssignedAgainSince_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var ended = await SaveAsync(client, $"/{here.Slug}/people/{here.Contributor.Id}", "form[action*='/holders/']");
        await SaveAsync(
            client, $"/{here.Slug}/people/holders/new?person={here.Contributor.Id}&responsibility={plan.ResponsibilityId}", "main form");

        var refused = await ended.SubmitAsync(Undo);

        Assert.Contains("assigned to this responsibility again on some of these dates", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ShortNameGivenToAnotherAgency_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var code = await portal.Data.InTenantAsync(here.Id, database =>
            database.Agencies.Where(a => a.Id == plan.AgencyId).Select(a => a.Code).SingleAsync());
        var saved = await SaveAsync(client, $"/{here.Slug}/people/agencies/{plan.AgencyId}", "main form", ("Code", "NEW"));
        await SaveAsync(
            client, $"/{here.Slug}/people/agencies/new", "main form", ("Code", code), ("Name", "Another"), ("Kind", "Service"));

        Assert.Equal(HttpStatusCode.Conflict, (await saved.SubmitAsync(Undo)).Status);
    }

    [Fact]
    public async Task Post_FigureCorrected_OffersNoUndoAndSaysWhy()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var form = $"/{here.Slug}/{await FillAsync(here, plan, "figures/{figure}/edit")}";

        var corrected = await SaveAsync(client, form, "form.p-form", ("ValueText", "99"), ("Value", "99"), ("Why", "Two were missed"));
        Assert.Empty(corrected.Document.QuerySelectorAll(Undo));
        Assert.Contains("The history keeps the old figure and the reason", corrected.Text, StringComparison.Ordinal);

        var before = await PartnershipRows.ReadAsync(portal, here);
        var noted = await SaveAsync(client, form, "form.p-form", ("Note", "Counted twice"));
        await noted.SubmitAsync(Undo);
        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, here));
    }

    [Fact]
    public async Task Post_FiguresEntered_TakesThemAwayAgain()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var before = await PartnershipRows.ReadAsync(portal, here);
        var page = (await client.GetPageAsync($"/{here.Slug}/measures/{plan.MeasureIds[0]}/figures")).ShouldBeOk();
        var blank = page.Document.QuerySelectorAll("input[name$='.When']").First(i => string.IsNullOrEmpty(i.GetAttribute("value")))
            .GetAttribute("name")!;
        var row = blank[..blank.IndexOf('.', StringComparison.Ordinal)];
        var saved = await client.FollowAsync(
            await page.SubmitAsync("form.p-figures", ($"{row}.When", "1 May 2019"), ($"{row}.Value", "17")));
        Assert.NotEqual(before, await PartnershipRows.ReadAsync(portal, here));

        await saved.SubmitAsync(Undo);

        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, here));
    }

    private async Task<string> FillAsync(TestPartnership here, TestPlan plan, string path)
    {
        var (holding, figure) = await portal.Data.InTenantAsync(here.Id, async database => (
            await database.ResponsibilityHolders.Select(h => h.Id).FirstAsync(),
            await database.DataPoints.Where(p => p.MeasureId == plan.MeasureIds[0]).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync()));
        return path.Replace("{agency}", plan.AgencyId.ToString(), StringComparison.Ordinal)
            .Replace("{post}", plan.ResponsibilityId.ToString(), StringComparison.Ordinal)
            .Replace("{holding}", holding.ToString(), StringComparison.Ordinal)
            .Replace("{reader}", here.Reader.Id.ToString(), StringComparison.Ordinal)
            .Replace("{contributor}", here.Contributor.Id.ToString(), StringComparison.Ordinal)
            .Replace("{review}", plan.ReviewId.ToString(), StringComparison.Ordinal)
            .Replace("{measure}", plan.MeasureIds[0].ToString(), StringComparison.Ordinal)
            .Replace("{figure}", figure.ToString(), StringComparison.Ordinal);
    }

    private static async Task<TestPage> SaveAsync(
        HttpClient client, string address, string form, params (string Name, string? Value)[] fields)
    {
        var page = (await client.GetPageAsync(address)).ShouldBeOk();
        var saved = await page.SubmitAsync(form, fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return await client.FollowAsync(saved);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            if (!await database.ResponsibilityHolders.AnyAsync())
            {
                database.Add(new ResponsibilityHolder
                {
                    UserId = here.Contributor.Id,
                    LeadResponsibilityId = plan.ResponsibilityId,
                    From = new DateOnly(2020, 1, 1),
                });
            }

            return true;
        });
        return (here, plan);
    }
}
