using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Data.EvidenceFiles.Scanning;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Registers what evidence needs beyond its messages.</summary>
public static class EvidenceServices
{
    private const string EveryMinute = "* * * * *";

    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddSingleton<IFileStorage>(s => s.GetRequiredService<EvidenceOptions>().S3 is { IsConfigured: true } options
            ? new S3FileStorage(options)
            : new DiskFileStorage(s.GetRequiredService<PortalDatabase>()))
        .AddSingleton(s => EvidenceOptions.From(s.GetRequiredService<IConfiguration>()))
        .AddSingleton(s => new VirusScanner(s.GetRequiredService<EvidenceOptions>().Address))
        .AddSingleton(s => new ScanRule(
            s.GetRequiredService<VirusScanner>().IsConfigured,
            s.GetRequiredService<IHostEnvironment>().IsDevelopment() && s.GetRequiredService<EvidenceOptions>().AllowUnscanned))
        .AddRecurringJob<ScanEvidenceJob>("scan-evidence", EveryMinute)
        .AddRecurringJob<SweepEvidenceJob>("nightly-evidence", jobs => jobs.Nightly)
        .AddScoped<EvidenceUploads>()
        .AddScoped<EvidenceFileKeeper>()
        .AddScoped<EvidenceReach>()
        .AddScoped<EvidenceFilters>()
        .AddScoped<OwnItems>()
        .AddScoped<GrantedEvidence>();
}
