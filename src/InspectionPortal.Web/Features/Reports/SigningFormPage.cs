using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What stands around the form that says how reports are signed.</summary>
public sealed class SigningFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Agencies { get; init; }

    /// <summary>The chief officers by id, with post and name.</summary>
    public required IReadOnlyDictionary<Guid, string> Officers { get; init; }
}
