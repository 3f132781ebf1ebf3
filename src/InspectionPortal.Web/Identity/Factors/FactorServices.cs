using InspectionPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>Registers the second step of signing in.</summary>
public static class FactorServices
{
    public static IServiceCollection AddSecondFactors(this IServiceCollection services)
    {
        services.AddOptions<SecondFactorOptions>().BindConfiguration(SecondFactorOptions.Section)
            .Validate(o => o.GraceDays is >= 0 and <= 365, "SecondFactor:GraceDays is a number of days from 0 to 365.").ValidateOnStart();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PortalOptions>>(ConfigurePasskeys);
        services.AddScoped<SecondFactorRules>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<SignInSteps>();
        services.AddScoped<CodeVerifier>();
        services.AddScoped<PasskeyCeremony>();
        services.AddScoped<FactorStore>();
        services.AddScoped<FactorMail>();
        return services;
    }

    /// <summary>
    /// Passkeys belong to the configured public address, never to what a request says of itself; without one, to localhost.
    /// </summary>
    private static void ConfigurePasskeys(IdentityPasskeyOptions passkeys, IOptions<PortalOptions> portal)
    {
        var own = Uri.TryCreate(portal.Value.PublicAddress, UriKind.Absolute, out var configured) ? configured : null;
        passkeys.ServerDomain = own?.Host ?? "localhost";
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        passkeys.AttestationConveyancePreference = "none";
        passkeys.AuthenticatorTimeout = TimeSpan.FromMinutes(5);
        passkeys.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && (own is null ? origin.Host == "localhost" : origin.GetLeftPart(UriPartial.Authority) == own.GetLeftPart(UriPartial.Authority)));
    }
}
