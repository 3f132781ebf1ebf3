namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Registers what evidence needs beyond its messages.</summary>
public static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddSingleton<ScanRule>()
        .AddScoped<EvidenceUploads>()
        .AddScoped<OwnItems>()
        .AddScoped<GrantedEvidence>();
}
