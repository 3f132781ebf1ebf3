namespace InspectionPortal.Web.Identity;

/// <summary>An attempt that has been counted.</summary>
public sealed record SignInAttempt(IReadOnlyList<SignInFailure> Counted);
