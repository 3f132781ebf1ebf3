using InspectionPortal.Web.Features.Archives.Restoring;
using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Registers what archives need beyond their messages.</summary>
public static class ArchiveServices
{
    public static IServiceCollection AddArchives(this IServiceCollection services) => services
        .AddSingleton<ArchiveStore>()
        .AddSingleton<ArchiveEvidence>()
        .AddScoped<ArchiveBuilder>()
        .AddScoped<ArchiveRestorer>()
        .AddPartnershipJob<CreateArchiveJob>(JobKind.Archive)
        .AddRecurringJob<CleanUpArchivesJob>("nightly-archives", jobs => jobs.Nightly);
}
