using InspectionPortal.PlanDocuments.Reading;
using InspectionPortal.Web.Data;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Registers what imports need beyond their messages.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<ImportOptions>(configuration.GetSection(ImportOptions.Section))
        .Configure<StorageOptions>(configuration.GetSection(StorageOptions.Section))
        .AddSingleton(s => new ReadingQueue(s.GetRequiredService<IOptions<ImportOptions>>().Value.ToLimits(), s.GetRequiredService<TimeProvider>()))
        .AddScoped<StorageQuota>()
        .AddScoped<SentPlanFiles>();
}
