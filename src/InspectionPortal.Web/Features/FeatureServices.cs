using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Features.Projects;

namespace InspectionPortal.Web.Features;

/// <summary>Registers what features need beyond their messages, which the pipeline finds by itself.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddEvidence();
        services.AddArchives();
        services.AddScoped<AskedSignal>();
        services.AddScoped<TestWriters>();
        return services;
    }
}
