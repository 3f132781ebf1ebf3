namespace InspectionPortal.Web.Features.People;

public sealed record ResponsibilityChoice(Guid Id, string Name, string? Agency);
