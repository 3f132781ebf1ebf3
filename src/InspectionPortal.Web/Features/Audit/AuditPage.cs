using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Audit;

public sealed record AuditPage(
    IReadOnlyList<AuditRow> Rows, int Count, int Page, int Pages, string? Kind, Guid? Person,
    IReadOnlyList<SelectListItem> Kinds, IReadOnlyList<SelectListItem> People, bool MayTakeArchive);
