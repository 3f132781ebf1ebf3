namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <param name="Account">The account.</param>
/// <param name="MayReset">True where a link to choose a new password can be sent.</param>
/// <param name="Sessions">Sessions that have not ended.</param>
/// <param name="Bodies">Scrutiny bodies the person is a link officer of.</param>
/// <param name="IsOneself">True where the administrator looks at their own account.</param>
public sealed record UserAccountPage(AccountRow Account, bool MayReset, int Sessions, IReadOnlyList<string> Bodies, bool IsOneself);
