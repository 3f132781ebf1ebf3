using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>A figure in the table.</summary>
public sealed record FigureRow(PointRow Point, string? Signal, IReadOnlyList<CorrectionRow> Corrections, string? Entered);
