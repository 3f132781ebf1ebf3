namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>Whether an account can be used.</summary>
public enum AccountStatus
{
    /// <summary>The mailbox is confirmed and a password is set.</summary>
    Confirmed,

    /// <summary>Invited, but the invitation has not been accepted.</summary>
    Pending,

    /// <summary>Switched off by an administrator.</summary>
    Disabled,
}
