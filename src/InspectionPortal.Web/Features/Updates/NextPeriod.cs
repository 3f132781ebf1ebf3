using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Updates;

public sealed record NextPeriod(IReadOnlyList<SelectListItem> Plans, OpenPeriod Form)
{
    /// <summary>True where the reporting calendar filled it in.</summary>
    public bool IsFromCalendar { get; init; }
}
