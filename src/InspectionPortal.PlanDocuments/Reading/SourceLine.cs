namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>A paragraph of a cell.</summary>
/// <param name="Text">Its words, without the mark of a list.</param>
/// <param name="Level">0 for plain text, 1 and more for an entry of a list and of a list within it.</param>
/// <param name="Marker">"•" or the number as shown ("1.", "a)"); null for plain text.</param>
public sealed record SourceLine(string Text, int Level = 0, string? Marker = null);
