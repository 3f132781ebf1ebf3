using System.Net;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Infrastructure;

public sealed class RequestLineLimitTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("x")]
    [InlineData("€")]
    [InlineData("%")]
    public async Task Get_SearchAsLongAsTheFormSends_IsSearched(string letter)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here, 1);
        var words = string.Concat(Enumerable.Repeat(letter, 2000));
        foreach (var view in new[] { "", "/tree", "/timeline" })
        {
            var page = (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}{view}?q={Uri.EscapeDataString(words)}")).ShouldBeOk();
            Assert.Contains("No items match", page.Text, StringComparison.Ordinal);
            Assert.Equal(words, page.Find("#q").GetAttribute("value"));
            Assert.Empty(page.Document.QuerySelectorAll("#q-error"));
        }
    }

    [Fact]
    public async Task Get_LongerSearch_IsRefusedBesideTheFieldAndKept()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here, 1);
        var words = new string('y', 2001);
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}?q={words}")).ShouldBeOk();
        Assert.Contains("This must be 2,000 characters or fewer. You entered 2,001.", page.Find("#q-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(words, page.Find("#q").GetAttribute("value"));
    }

    [Fact]
    public async Task Get_AddressBeyondReading_IsAnsweredByOurPage()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        foreach (var person in new[] { here.Lead, null })
        {
            var page = await portal.ClientFor(person).GetPageAsync($"{here.PlanPath}?q={new string('z', Web.Infrastructure.RequestLineLimit.MostCharacters)}");
            Assert.Equal(HttpStatusCode.RequestUriTooLong, page.Status);
            Assert.Contains("The address is too long", page.Text, StringComparison.Ordinal);
            Assert.Contains("Go back: what you typed is still there", page.Text, StringComparison.Ordinal);
        }
    }
}
