namespace InspectionPortal.Web.Features.Invitations;

/// <summary>What the person who opened the link has to do to accept.</summary>
public enum InvitedPerson
{
    /// <summary>Their address has no confirmed account: they choose a password and with it make one.</summary>
    NeedsPassword,

    /// <summary>They have an account and sign in with it first.</summary>
    MustSignIn,

    /// <summary>They are signed in with the account that was invited.</summary>
    SignedIn,

    /// <summary>This browser is signed in with another account.</summary>
    SignedInAsSomebodyElse,
}
