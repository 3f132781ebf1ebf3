using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Registers what evidence needs beyond its messages.</summary>
public static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddSingleton(s => new ScanRule(s.GetRequiredService<IConfiguration>().GetValue("Evidence:AllowUnscanned", defaultValue: false)))
        .AddScoped<EvidenceUploads>()
        .AddScoped<OwnItems>()
        .AddScoped<GrantedEvidence>();
}
