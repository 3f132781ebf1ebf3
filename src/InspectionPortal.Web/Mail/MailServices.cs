using InspectionPortal.Web.Jobs;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Mail;

/// <summary>Registers what writes and sends e-mail.</summary>
public static class MailServices
{
    private const string EveryMinute = "* * * * *";

    public static IServiceCollection AddPortalMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton<MailLayout>();
        services.AddSingleton<MimeMessageFactory>();
        services.AddSingleton<DevelopmentMailbox>();
        services.AddSingleton(Transport);
        services.AddSingleton<OutboxClaims>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<OutboxCleanUp>();
        services.AddScoped<Outbox>();
        services.AddScoped<MailOverview>();
        services.AddSingleton<MailAvailability>();
        services.AddHostedService<MailStartNotice>();
        return services.AddRecurringJob<SendMailJob>("send-mail", EveryMinute).AddRecurringJob<CleanUpMailJob>("clean-up-mail", jobs => jobs.Nightly);
    }

    /// <summary>The mail server where one is configured; files in Development; nothing otherwise.</summary>
    private static IMailTransport Transport(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<MailOptions>>().Value.IsSetUp)
        {
            return ActivatorUtilities.CreateInstance<SmtpTransport>(services);
        }

        return services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? services.GetRequiredService<DevelopmentMailbox>() : new NoMailTransport();
    }
}
