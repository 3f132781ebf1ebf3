namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>An item with the texts of it that differ.</summary>
public sealed record ChangedItem(ComparedItem Item, IReadOnlyList<TextChange> Changes);
