using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Reporting.PublicPages;

namespace InspectionPortal.Web.Features.Public;

/// <summary>The approved report that a public page takes aims and figures from.</summary>
/// <param name="Id">The report.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="Title">Its title.</param>
/// <param name="ApprovedOn">The day it was approved, where the partnership is.</param>
/// <param name="Edition">What it says, in the edition that holds no person.</param>
public sealed record PublicReport(Guid Id, Guid PlanId, string Title, DateOnly ApprovedOn, ScrutinyEdition Edition)
{
    /// <summary>The page's draft, filled with this report.</summary>
    public PublicPageContent Fill(PublicPage page, string partnership) =>
        PublicPageContent.Of(page, partnership, Edition, Title, ApprovedOn);
}
