namespace InspectionPortal.Web.Features.People;

public sealed record HeldRow(Guid ResponsibilityId, string Name, string? Agency, int Projects);
