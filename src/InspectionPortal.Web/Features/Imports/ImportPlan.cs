namespace InspectionPortal.Web.Features.Imports;

public sealed record ImportPlan(Guid Id, string Title);
