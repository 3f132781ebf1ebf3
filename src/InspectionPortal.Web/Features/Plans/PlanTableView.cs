namespace InspectionPortal.Web.Features.Plans;

/// <summary>The two ways in which the plan's page shows its table.</summary>
public enum PlanTableView
{
    /// <summary>A few lines for each project, the same in every partnership.</summary>
    Brief,

    /// <summary>The partnership's own columns.</summary>
    Written,
}
