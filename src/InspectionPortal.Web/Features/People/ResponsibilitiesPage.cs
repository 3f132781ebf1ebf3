namespace InspectionPortal.Web.Features.People;

public sealed record ResponsibilitiesPage(IReadOnlyList<ResponsibilityRow> Rows);
