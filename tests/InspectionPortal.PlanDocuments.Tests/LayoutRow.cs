namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>A row; the mark "hidden" hides it in a workbook, "header" repeats it on each page of a document.</summary>
public sealed record LayoutRow(IReadOnlyList<LayoutCell> Cells, string Mark);
