using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.SecurityEvents;

public sealed record OwnSecurityEventsPage(IReadOnlyList<OwnSecurityEventRow> Rows, int Count, int Page, int Pages, SecurityEventKind? Kind);
