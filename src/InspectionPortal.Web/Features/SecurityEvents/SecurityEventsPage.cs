using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.SecurityEvents;

public sealed record SecurityEventsPage(
    IReadOnlyList<SecurityEventRow> Rows, int Count, int Pages, ListSecurityEvents Filter, IReadOnlyList<SelectListItem> Partnerships);
