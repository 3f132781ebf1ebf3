namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>What changed about how a person signs in.</summary>
/// <param name="Notice">The same as a sentence.</param>
/// <param name="RecoveryCodes">New recovery codes, shown once; none where the person keeps those they have.</param>
public sealed record FactorAdded(string Notice, IReadOnlyList<string> RecoveryCodes);
