using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Plans;

public sealed class PlanSectionRow : FormRow
{
    public string? Heading { get; set; }
    public string? Body { get; set; }

    public override bool IsBlank() => Heading is null && Body is null;
}
