namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The measures of a branch, in the partnership's word for them.</summary>
public sealed record TreeMeasures(IReadOnlyList<MeasureItem> Measures, string Word);
