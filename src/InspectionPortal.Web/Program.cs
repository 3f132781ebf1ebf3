using InspectionPortal.Web.Commands;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tenancy;

if (PortalCommands.UsageError(args) is { } usageError)
{
    await Console.Error.WriteLineAsync(usageError);
    return PortalCommands.WrongUsage;
}

if (PortalCommands.NeedsNoPortal(args))
{
    return await PortalCommands.RunAloneAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    LongAddresses.Allow(kestrel.Limits);
});
builder.Host.UseDefaultServiceProvider(provider =>
{
    provider.ValidateScopes = true;
    provider.ValidateOnBuild = true;
});
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

await using var database = await PortalDatabase.OpenAsync(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddPortalData(database);
builder.Services.AddPortalTenancy();
builder.Services.AddPortalIdentity(builder.Environment);
builder.Services.AddPortalFeatures(builder.Configuration);
builder.Services.AddPortalJobs(database, builder.Configuration);
builder.Services.AddPortalWeb(builder.Environment);

await using var app = builder.Build();
if (PortalCommands.IsVerb(args))
{
    return await PortalCommands.RunAsync(app.Services, args);
}

await app.PrepareDevelopmentAsync();
app.UsePortal();
await app.RunAsync();
return 0;

/// <summary>The portal's entry point, named so that tests can start it.</summary>
public sealed partial class Program
{
    private Program()
    {
    }
}
