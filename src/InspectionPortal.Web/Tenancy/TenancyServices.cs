namespace InspectionPortal.Web.Tenancy;

/// <summary>Registers what the four walls need.</summary>
public static class TenancyServices
{
    public static IServiceCollection AddPortalTenancy(this IServiceCollection services) => services.AddScoped<TenantScope>();
}
