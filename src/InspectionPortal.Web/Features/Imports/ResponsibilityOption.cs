namespace InspectionPortal.Web.Features.Imports;

public sealed record ResponsibilityOption(Guid Id, string Name);
