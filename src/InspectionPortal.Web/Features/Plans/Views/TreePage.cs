namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A stretch of a drawing, from top to bottom, that fits on one page.</summary>
public sealed record TreePage(double Top, double Height);
