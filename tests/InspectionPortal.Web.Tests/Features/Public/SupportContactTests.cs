using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Public;

/// <summary>An installation says whom to ask where people cannot get in.</summary>
public sealed class SupportContactTests(SupportContactTests.Portal portal) : IClassFixture<SupportContactTests.Portal>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgotten-password")]
    [InlineData("/public/help")]
    [InlineData("/public/nothing-here")]
    public async Task Get_PageForPeopleWhoCannotGetIn_NamesTheSupportContact(string path)
    {
        var page = await portal.ClientFor(null).GetPageAsync(path);

        Assert.Contains("Contact North Council digital services", page.Text, StringComparison.Ordinal);
        Assert.Contains("mailto:help@north.example", page.Html, StringComparison.Ordinal);
        Assert.Contains("01234 567890", page.Text, StringComparison.Ordinal);
    }

    public sealed class Portal : PortalFixture
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Portal:SupportName"] = "North Council digital services",
            ["Portal:SupportEmail"] = "help@north.example",
            ["Portal:SupportPhone"] = "01234 567890",
        };
    }
}
