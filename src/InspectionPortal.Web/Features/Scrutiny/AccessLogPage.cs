using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record AccessLogPage(ListAccessEntries Filter, IReadOnlyList<AccessLogRow> Rows, int Count, IReadOnlyList<SelectListItem> Officers, TimeZoneInfo Zone)
{
    public int Pages => Math.Max(1, (Count + ListAccessEntries.PageSize - 1) / ListAccessEntries.PageSize);

    public string Href(int page) => $"~/people/access-log?{Filter.Query(page)}";
}
