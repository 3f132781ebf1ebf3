namespace InspectionPortal.Web.Infrastructure;

/// <summary>Sets up Kestrel.</summary>
public static class ServerSetup
{
    public static void ConfigurePortalServer(this IWebHostBuilder host) => host.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        RequestLineLimit.Allow(kestrel.Limits);
    });
}
