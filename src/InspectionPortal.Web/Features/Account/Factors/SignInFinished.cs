namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>The person is signed in.</summary>
/// <param name="RecoveryCodesLeft">How many recovery codes are left where one was used, else null.</param>
public sealed record SignInFinished(int? RecoveryCodesLeft);
