namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>What stands above the rows of a file.</summary>
/// <param name="FileName">The file.</param>
/// <param name="There">How many rows are stored already.</param>
/// <param name="LeftOut">How many are more than fit.</param>
/// <param name="Doubts">What was read with doubt.</param>
public sealed record FigurePreview(string FileName, int There, int LeftOut, IReadOnlyList<string> Doubts);
