using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Inspections;

public sealed class ProgressReviewFormPage : FormPage
{
    public required IReadOnlyList<FoundRecommendation> Recommendations { get; init; }
}
