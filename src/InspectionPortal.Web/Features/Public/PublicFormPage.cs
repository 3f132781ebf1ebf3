using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Public;

/// <summary>What stands around the form of the public page.</summary>
public sealed class PublicFormPage : FormPage
{
    /// <summary>The plans, by id.</summary>
    public required IReadOnlyList<SelectListItem> Plans { get; init; }

    /// <summary>Measures of the latest approved reports that have a chart, by id.</summary>
    public required IReadOnlyList<SelectListItem> Charts { get; init; }

    public required PublicPageState State { get; init; }
}
