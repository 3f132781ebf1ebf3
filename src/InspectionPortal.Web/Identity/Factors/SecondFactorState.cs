namespace InspectionPortal.Web.Identity.Factors;

/// <summary>What the session knows about the person's second step.</summary>
/// <param name="HasFactor">True with an authenticator app or at least one passkey.</param>
/// <param name="RequiredSince">When the portal first asked this person for one, null where it never did.</param>
public sealed record SecondFactorState(bool HasFactor, DateTimeOffset? RequiredSince);
