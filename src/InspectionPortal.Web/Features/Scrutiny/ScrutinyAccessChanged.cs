namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record ScrutinyAccessChanged(string Body);
