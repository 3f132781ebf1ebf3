namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>The ways in which a person can prove who they are after their password.</summary>
public sealed record SecondStepPage(bool HasApp, bool HasPasskey, bool HasRecoveryCodes);
