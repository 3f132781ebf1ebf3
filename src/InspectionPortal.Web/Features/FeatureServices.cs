using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features;

/// <summary>Registers what features need beyond their messages, which the pipeline finds by itself.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddEvidence();
        services.AddArchives();
        services.AddScoped<StreamedForms>().AddScoped<PlanImporter>().AddScoped<PlanBringer>().AddScoped<ImportUndoer>();
        services.AddScoped<AskedSignal>();
        services.AddScoped<TestWriters>();
        return services;
    }
}
