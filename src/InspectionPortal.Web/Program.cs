using InspectionPortal.Web.Commands;
using InspectionPortal.Web.Commands.Seeding.History;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
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

var builder = PortalBuilder.Create(args);
if (StartupChecks.Problem(PortalCommands.Verb(args), builder.Configuration, builder.Environment) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return PortalCommands.BadInput;
}

await using var database = await PortalDatabase.OpenAsync(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddPortalData(database);
builder.Services.AddPortalKeys(builder.Configuration, builder.Environment);
builder.Services.AddPortalTenancy();
builder.Services.AddPortalIdentity(builder.Environment);
builder.Services.AddPortalFeatures(builder.Configuration);
builder.Services.AddPortalMail();
builder.Services.AddPortalJobs(builder.Configuration);
builder.Services.AddPortalWeb(builder.Configuration, builder.Environment);
builder.Services.AddDemonstration(builder.Environment);

await using var app = builder.Build();
if (PortalCommands.IsVerb(args))
{
    return await PortalCommands.RunAsync(app.Services, args);
}

await app.PrepareDevelopmentAsync();
app.UsePortal();
app.MapPortalFeatures();
await app.RunAsync();
return 0;

/// <summary>The portal's entry point, named so that tests can start it.</summary>
public sealed partial class Program
{
    private Program()
    {
    }
}
