namespace InspectionPortal.Web.Features.People;

public sealed record AgenciesPage(IReadOnlyList<AgencyRow> Rows);
