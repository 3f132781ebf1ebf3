namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>A file as neutral text and tables, whatever it was written with.</summary>
public sealed record SourceDocument(string Name, IReadOnlyList<SourceBlock> Blocks);
