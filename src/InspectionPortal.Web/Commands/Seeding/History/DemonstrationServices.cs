namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Registers what makes the history of the invented partnership, where there may be one.</summary>
public static class DemonstrationServices
{
    public static IServiceCollection AddDemonstration(this IServiceCollection services, IHostEnvironment environment) =>
        environment.IsDevelopment() ? services.AddSingleton(new ClockedServices(services)) : services;
}
