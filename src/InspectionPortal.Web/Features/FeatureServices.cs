using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Features.Evidence;

namespace InspectionPortal.Web.Features;

/// <summary>Registers what features need beyond their messages, which the pipeline finds by itself.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddEvidence();
        services.AddArchives();
        return services;
    }
}
