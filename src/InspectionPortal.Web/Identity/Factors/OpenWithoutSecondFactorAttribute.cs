namespace InspectionPortal.Web.Identity.Factors;

/// <summary>
/// Marks what stays open to someone who has to set up a second step first: the set-up itself, help and signing out. Every
/// endpoint without the mark leads to the set-up.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenWithoutSecondFactorAttribute : Attribute;
