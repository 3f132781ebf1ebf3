namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>The kinds of file.</summary>
public enum PlanFormat
{
    Word,
    Excel,
    Csv,
}
