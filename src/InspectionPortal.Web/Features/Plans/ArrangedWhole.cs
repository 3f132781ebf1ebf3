namespace InspectionPortal.Web.Features.Plans;

/// <summary>What can hold lists of its own, besides the plan.</summary>
public enum ArrangedWhole
{
    Project,
    Inspection,
}
