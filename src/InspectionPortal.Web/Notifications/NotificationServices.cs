using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Notifications;

/// <summary>Registers what tells members what others did.</summary>
public static class NotificationServices
{
    private const string EveryFiveMinutes = "*/5 * * * *";

    public static IServiceCollection AddPortalNotifications(this IServiceCollection services) =>
        services.AddScoped<Notifier>().AddSingleton<UnsubscribeLinks>()
            .AddRecurringJob<SendNotificationsJob>("notifications", EveryFiveMinutes);
}
