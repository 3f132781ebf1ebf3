namespace InspectionPortal.Web.Features.Measures;

/// <summary>Which of the small forms of a chart.</summary>
public enum ChartFormKind
{
    Note,
    Rebase,
    Baseline,
    Exclude,
}
