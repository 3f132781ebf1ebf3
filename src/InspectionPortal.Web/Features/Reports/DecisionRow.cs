using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A decision that the partnership lead writes into the report.</summary>
public sealed class DecisionRow : FormRow
{
    public string? Text { get; set; }

    public Guid? ProjectId { get; set; }

    public override bool IsBlank() => string.IsNullOrWhiteSpace(Text) && ProjectId is null;
}
