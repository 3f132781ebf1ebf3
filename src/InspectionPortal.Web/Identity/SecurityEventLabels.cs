namespace InspectionPortal.Web.Identity;

/// <summary>What people read for a kind of security event.</summary>
public static class SecurityEventLabels
{
    private static readonly Dictionary<SecurityEventKind, string> Labels = new()
    {
        [SecurityEventKind.SignedIn] = "Signed in",
        [SecurityEventKind.SignInFailed] = "Sign-in failed",
        [SecurityEventKind.SignInSlowed] = "Sign-in slowed down",
        [SecurityEventKind.SignedOut] = "Signed out",
        [SecurityEventKind.SignedOutEverywhere] = "Signed out everywhere",
        [SecurityEventKind.PasswordChanged] = "Password changed",
        [SecurityEventKind.PasswordResetAsked] = "New password requested",
        [SecurityEventKind.PasswordReset] = "New password chosen",
        [SecurityEventKind.FactorAdded] = "Two-step sign-in added",
        [SecurityEventKind.FactorRemoved] = "Two-step sign-in removed",
        [SecurityEventKind.FactorFailed] = "Two-step sign-in failed",
        [SecurityEventKind.RecoveryCodeUsed] = "Recovery code used",
        [SecurityEventKind.Confirmed] = "Identity confirmed",
        [SecurityEventKind.AccessRefused] = "Access refused",
        [SecurityEventKind.OtherPartnershipRefused] = "Access to a partnership refused",
        [SecurityEventKind.InvitationSent] = "Invitation sent",
        [SecurityEventKind.InvitationLinkHandedOut] = "Invitation link shared by an administrator",
        [SecurityEventKind.InvitationAccepted] = "Invitation accepted",
        [SecurityEventKind.InvitationRefused] = "Invitation declined",
        [SecurityEventKind.RolesChanged] = "Roles changed",
        [SecurityEventKind.MemberRemoved] = "Member removed",
        [SecurityEventKind.AccountDisabled] = "Account disabled",
        [SecurityEventKind.AccountEnabled] = "Account enabled",
        [SecurityEventKind.AccountTakenOver] = "Account taken over",
        [SecurityEventKind.AccessGranted] = "Access granted to a scrutiny body",
        [SecurityEventKind.AccessRevoked] = "Access revoked from a scrutiny body",
        [SecurityEventKind.ArchiveRequested] = "Archive requested",
        [SecurityEventKind.ArchiveDownloaded] = "Archive downloaded",
        [SecurityEventKind.QuarterApproved] = "Quarter approved",
        [SecurityEventKind.CalendarFeedCreated] = "Calendar address created",
        [SecurityEventKind.CalendarFeedRevoked] = "Calendar address revoked",
        [SecurityEventKind.ApprovalDelegated] = "Delegate of a chief officer named",
        [SecurityEventKind.DelegationEnded] = "Delegate of a chief officer ended",
    };

    /// <summary>The label; the name in code for a kind that has none yet.</summary>
    public static string Of(SecurityEventKind kind) => Labels.GetValueOrDefault(kind) ?? kind.ToString();
}
