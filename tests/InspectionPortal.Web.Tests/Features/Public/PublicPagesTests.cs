using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Public;

public sealed class PublicPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("accessibility", "axe")]
    [InlineData("privacy", "portal-device")]
    [InlineData("help", "Link officers")]
    public async Task Get_Anonymously_IsThere(string page, string says) =>
        Assert.Contains(says, (await portal.ClientFor(null).GetPageAsync($"/public/{page}")).ShouldBeOk().Text, StringComparison.Ordinal);
}
