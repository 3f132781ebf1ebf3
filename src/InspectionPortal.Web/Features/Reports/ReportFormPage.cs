using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What stands around the form of a report.</summary>
public sealed class ReportFormPage : FormPage
{
    /// <summary>Why it cannot be prepared now, as a sentence; null where it can.</summary>
    public required string? WhyNot { get; init; }

    /// <summary>The projects of the plan, by id.</summary>
    public required IReadOnlyList<SelectListItem> Projects { get; init; }

    /// <summary>Decisions that follow from accepted updates, in the order of the plan.</summary>
    public required IReadOnlyList<DecisionProposal> Proposals { get; init; }

    public required ReturnNote? Returned { get; init; }
}
