using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Registers what archives need beyond their messages.</summary>
public static class ArchiveServices
{
    public static IServiceCollection AddArchives(this IServiceCollection services) => services
        .AddSingleton<ArchiveStore>()
        .AddSingleton<ArchiveEvidence>()
        .AddScoped<ArchiveBuilder>()
        .AddPartnershipJob<CreateArchiveJob>(JobKind.Archive)
        .AddRecurringJob<CleanUpArchivesJob>("nightly-archives", jobs => jobs.Nightly);
}
