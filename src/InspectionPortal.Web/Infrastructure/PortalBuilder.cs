using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>The host that the portal runs in, the same from whatever folder it is started.</summary>
public static class PortalBuilder
{
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(Options(args));
        builder.WebHost.ConfigurePortalServer();
        builder.Host.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateScopes = true;
            provider.ValidateOnBuild = true;
        });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder;
    }

    /// <summary>
    /// Settings and static files lie beside the program, or in the project's folder where it runs from its build: never in
    /// whatever folder it happens to be started from.
    /// </summary>
    public static string ContentRoot(string programFolder)
    {
        if (Directory.Exists(Path.Combine(programFolder, "wwwroot")))
        {
            return programFolder;
        }

        var project = Path.Combine(PortalDatabase.RepositoryRoot(programFolder), "src", "InspectionPortal.Web");
        return Directory.Exists(project) ? project : programFolder;
    }

    private static WebApplicationOptions Options(string[] args)
    {
        var isGiven = args.Any(a => a.TrimStart('-').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase))
            || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is { Length: > 0 };
        return isGiven
            ? new WebApplicationOptions { Args = args }
            : new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot(AppContext.BaseDirectory) };
    }
}
