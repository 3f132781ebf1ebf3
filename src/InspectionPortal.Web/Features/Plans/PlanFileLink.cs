namespace InspectionPortal.Web.Features.Plans;

/// <summary>A way to take the plan along.</summary>
/// <param name="Verb">What the link does, for those who hear it alone.</param>
/// <param name="Words">What it shows.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="IsPrint">True for the page itself, which the browser prints.</param>
public sealed record PlanFileLink(string Verb, string Words, string Href, bool IsPrint = false);
