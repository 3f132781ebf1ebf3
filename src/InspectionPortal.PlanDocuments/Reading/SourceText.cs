namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>A paragraph outside tables.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Heading">1 to 9 for a heading, 0 for other text; a title is 1.</param>
public sealed record SourceText(string Text, int Heading) : SourceBlock("");
