using System.Net;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Settings;

/// <summary>The settings of a partnership, by its lead.</summary>
public sealed class SettingsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    [Fact]
    public async Task Get_Settings_SaysWhatEachIsAndLeadsToIt()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.Quorum = 3);
        await portal.Data.CreatePlanAsync(here);
        using var client = portal.ClientFor(here.Lead);

        var page = (await client.GetPageAsync($"/{here.Slug}/settings")).ShouldBeOk();

        Assert.Contains("3 chief officers must approve", page.Text, StringComparison.Ordinal);
        Assert.Contains("No calendar. A partnership lead opens each period", page.Text, StringComparison.Ordinal);
        Assert.Contains("No one outside has access.", page.Text, StringComparison.Ordinal);
        Assert.Contains("They do not see the risk of each project.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Approved reports. You choose each time you give access.", page.Text, StringComparison.Ordinal);
        var links = page.Document.QuerySelectorAll("main .govuk-summary-list__actions a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(8, links.Count);
        foreach (var link in links)
        {
            (await client.GetPageAsync(link)).ShouldBeOk();
        }

        foreach (var person in new[] { here.Contributor, here.Chief, here.Reader })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}/settings")).Status);
        }
    }

    [Fact]
    public async Task Post_Name_ChangesItHereAndNowhereElse()
    {
        var (here, other) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        using var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/settings/name")).ShouldBeOk();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync(Form, ("Name", " "))).Status);
        Assert.Equal($"/{here.Slug}/settings", (await page.SubmitAsync(Form, ("Name", "North Shire"))).Location);
        Assert.Equal(HttpStatusCode.Conflict, (await page.SubmitAsync(Form, ("Name", "South Shire"))).Status);

        Assert.Contains("North Shire", (await client.GetPageAsync($"/{here.Slug}")).Document.Title, StringComparison.Ordinal);
        Assert.Equal(other.Name, await portal.Data.OnPlatformAsync(database => database.Partnerships.Where(p => p.Id == other.Id)
            .Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task Post_Ratings_KeepsCodesOfThoseThatStayAndGivesNewOnesTheirOwn()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        using var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/settings/ratings")).ShouldBeOk();

        var saved = await page.SubmitAsync(
            Form, ("Ratings[0].Name", "Going well"), ("Ratings[3].Name", "Off track"), ("Ratings[2].Name", "Bad"),
                ("Ratings[3].Meaning", "Stuck"),
            ("Ratings[3].Shape", "diamond"), ("Ratings[3].Colour", "purple"));

        Assert.Equal($"/{here.Slug}/settings", saved.Location);
        var key = await KeyAsync(here);
        Assert.Equal(["on-track", "at-risk", "off-track", "off-track-2"], key.Select(r => r.Code));
        Assert.Equal(["Going well", "At risk", "Bad", "Off track"], key.OrderBy(r => r.Order).Select(r => r.Name));
        Assert.Contains("Going well", (await client.GetPageAsync($"/{here.Slug}/settings")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ratings[0].Name", "At risk", "Give each rating a different name")]
    [InlineData("Ratings[0].Shape", "triangle", "Give each rating a different shape")]
    [InlineData("Ratings[0].Shape", "ring", "Choose a shape")]
    [InlineData("Ratings[0].Meaning", "", "Enter what it means")]
    [InlineData("Ratings[0].Colour", "pink", "Choose a colour")]
    [InlineData("Ratings[0].Code", "made-up", "The ratings were changed by someone else")]
    public async Task Post_BadRatings_SaysSoAndChangesNothing(string field, string value, string words)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/settings/ratings")).ShouldBeOk();

        var answer = await page.SubmitAsync(Form, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, string.Join(' ', answer.Errors), StringComparison.Ordinal);
        Assert.Equal(RatingKey.Default, await KeyAsync(here));
    }

    [Fact]
    public async Task Post_RemoveRating_IsRefusedWhileItIsInUseAndNeverLeavesOne()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, async database =>
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Rag = "at-risk");
        using var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/settings/ratings")).ShouldBeOk();

        var used = await page.SubmitAsync(Form, ("Ratings[1].Remove", "true"));
        Assert.Contains("“At risk” is in use, so it cannot be removed.", used.Text, StringComparison.Ordinal);
        var few = await page.SubmitAsync(Form, ("Ratings[0].Remove", "true"), ("Ratings[2].Remove", "true"));
        Assert.Contains("Enter 2 to 5 ratings", few.Text, StringComparison.Ordinal);
        Assert.Equal(RatingKey.Default, await KeyAsync(here));

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Ratings[2].Remove", "true"))).Status);
        Assert.Equal(["on-track", "at-risk"], (await KeyAsync(here)).Select(r => r.Code));
    }

    private Task<List<Rating>> KeyAsync(TestPartnership here) =>
        portal.Data.OnPlatformAsync(database => database.Partnerships.Where(p => p.Id == here.Id).Select(p => p.RagKey).SingleAsync());
}
