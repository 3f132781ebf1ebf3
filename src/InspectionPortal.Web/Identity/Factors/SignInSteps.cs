using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>What follows once a person has proved something at sign-in: the second step, or the session.</summary>
public sealed class SignInSteps(SessionStore sessions, KnownDevices devices, PendingSignIn pending)
{
    /// <summary>The password was right.</summary>
    /// <returns>True where the person is signed in, false where their second step is to come.</returns>
    public async Task<bool> AfterPasswordAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if (user.TwoFactorEnabled)
        {
            pending.Begin(user);
            return false;
        }

        await FinishAsync(user, SignInFactor.Password, cancellationToken);
        return true;
    }

    /// <summary>Nothing more is to prove: the session starts.</summary>
    public async Task FinishAsync(PortalUser user, SignInFactor factor, CancellationToken cancellationToken)
    {
        await sessions.StartAsync(user, factor, cancellationToken);
        devices.Remember(user.Email!);
        pending.End();
    }
}
