using InspectionPortal.Domain.Measures.Figures;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <param name="Rows">The rows, as written.</param>
/// <param name="Doubts">What was read with doubt.</param>
public sealed record UploadedFigures(IReadOnlyList<FigureCells> Rows, IReadOnlyList<string> Doubts);
