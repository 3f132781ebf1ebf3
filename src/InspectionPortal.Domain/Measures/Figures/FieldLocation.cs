namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>Where a row stands in a form.</summary>
/// <param name="Name">Before the name of each cell, such as "Rows[3]".</param>
/// <param name="Words">Before each message, such as "Row 4".</param>
public sealed record FieldLocation(string Name, string Words);
