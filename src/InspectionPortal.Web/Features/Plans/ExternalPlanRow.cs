using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Plans;

public sealed class ExternalPlanRow : FormRow
{
    public string? Title { get; set; }
    public string? Note { get; set; }

    public override bool IsBlank() => Title is null && Note is null;
}
