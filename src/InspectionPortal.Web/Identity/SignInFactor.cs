namespace InspectionPortal.Web.Identity;

/// <summary>
/// What a person proved when a session started. The session keeps it itself: the cookie's own claim says "pwd" for a passkey too.
/// </summary>
public enum SignInFactor
{
    /// <summary>A password and nothing else.</summary>
    Password,

    /// <summary>A password and a code from an authenticator app.</summary>
    AuthenticatorApp,

    /// <summary>A password and one of the recovery codes.</summary>
    RecoveryCode,

    /// <summary>A passkey, which stands for both factors.</summary>
    Passkey,
}
