using System.Net;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Health;

public sealed class HealthTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Get_Migrated_IsOk(string path)
    {
        var response = await portal.ClientFor(null).GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_ReadyOnAnEmptyDatabase_IsUnavailable()
    {
        var empty = await portal.Cluster.CreateEmptyAsync();
        await using var host = new PortalHost(portal.Cluster.AppConnection(empty), portal.Cluster.OwnerConnection(empty), portal.DataDirectory);

        var live = await host.CreateClient().GetAsync(new Uri("/health/live", UriKind.Relative));
        var ready = await host.CreateClient().GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
