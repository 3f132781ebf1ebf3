namespace InspectionPortal.Web.Features.Plans;

public sealed record PlanSectionText(string Heading, string Body);
