namespace InspectionPortal.Domain.Evidence;

/// <summary>Something proved, and where it stands; null where the reader has no page of it.</summary>
public sealed record ProvenItem(string Text, string? Href);
