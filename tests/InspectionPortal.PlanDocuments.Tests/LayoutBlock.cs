namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>A part of a layout: "heading", "text", "table" or the start of a "sheet".</summary>
public sealed record LayoutBlock(string Kind, string Text, int Level, IReadOnlyList<LayoutRow> Rows);
