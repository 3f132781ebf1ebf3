namespace InspectionPortal.Web.Features.Plans;

public sealed record PlanViewLink(string Words, string Href, bool IsCurrent);
