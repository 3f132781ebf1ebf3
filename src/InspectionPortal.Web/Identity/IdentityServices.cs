using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Jobs;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity;

/// <summary>Registers accounts, sign-in and sessions.</summary>
public static class IdentityServices
{
    /// <summary>How long an invitation to set a password holds.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    public const int PasswordMinLength = 12;

    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSessions().AddSecurityLog().AddPasswords();
        services.AddPortalInvitations();
        services.AddSecondFactors();

        services.AddIdentityCore<PortalUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = string.Empty;
                options.Password.RequiredLength = PasswordMinLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 1;
                options.Lockout.AllowedForNewUsers = false;
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddUserStore<PortalUserStore>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordRules>()
            .AddErrorDescriber<PasswordTerms>()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = InvitationLifetime);

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options => ConfigureSessionCookie(options, environment));
        ConfigureCookie(services, IdentityConstants.ExternalScheme, CookieNames.External, environment);
        ConfigureCookie(services, IdentityConstants.TwoFactorUserIdScheme, CookieNames.SecondFactor, environment);
        ConfigureCookie(services, IdentityConstants.TwoFactorRememberMeScheme, CookieNames.SecondFactorRemembered, environment);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<SessionLimits>>((cookie, sessions) => cookie.ExpireTimeSpan = sessions.Value.AbsoluteLimit);
        return services;
    }

    private static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddOptions<SessionLimits>().BindConfiguration(SessionLimits.Section)
            .Validate(o => o.IsUsable(), $"The limits in the section {SessionLimits.Section} must be longer than zero.").ValidateOnStart();
        return services.AddScoped<CurrentSession>().AddScoped<SessionReader>().AddScoped<RightsReader>().AddSingleton<KeptRights>()
            .AddScoped<SessionStore>().AddSingleton<SessionActivity>().AddScoped<SessionCleanup>();
    }

    private static IServiceCollection AddSecurityLog(this IServiceCollection services)
    {
        services.AddOptions<SecurityLogOptions>().BindConfiguration(SecurityLogOptions.Section)
            .Validate(o => o.KeepDays > 0, $"{SecurityLogOptions.Section}:KeepDays must be more than zero.").ValidateOnStart();
        return services.AddScoped<SecurityLines>().AddSingleton<SecurityEventLimiter>().AddHostedService<SecurityLogFlush>()
            .AddScoped<SecurityLog>().AddScoped<RefusalLog>().AddScoped<SecurityLogCleanup>()
            .AddRecurringJob<SweepSecurityRecords>("nightly-security-records", jobs => jobs.Nightly);
    }

    private static void AddPasswords(this IServiceCollection services) => services
        .AddScoped<SignInThrottle>().AddScoped<KnownDevices>().AddSingleton<TimingDecoyHash>()
        .AddScoped<ResetThrottle>().AddScoped<PasswordResetTokens>().AddScoped<PasswordResetSender>().AddScoped<PasswordResetLinks>()
        .AddSingleton(_ => CommonPasswordFilter.Read()).AddScoped<PersonalTerms>();

    private static void ConfigureCookie(IServiceCollection services, string scheme, string name, IHostEnvironment environment) =>
        services.Configure<CookieAuthenticationOptions>(scheme, options => ConfigureCookie(options.Cookie, name, environment));

    private static void ConfigureCookie(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        cookie.Name = CookieNames.For(name, environment);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }

    private static void ConfigureSessionCookie(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        ConfigureCookie(options.Cookie, CookieNames.Session, environment);

        // The server decides when a session is over. The cookie is never made anew: that would lose the session it names.
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect("/account/sign-in");
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
