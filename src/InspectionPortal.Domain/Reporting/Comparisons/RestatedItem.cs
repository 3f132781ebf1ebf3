namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>A project whose status differs.</summary>
/// <param name="Item">Which.</param>
/// <param name="Before">The status before, in words.</param>
/// <param name="Now">The status after, in words.</param>
/// <param name="Reason">Why, where the later report says so.</param>
public sealed record RestatedItem(ComparedItem Item, string Before, string Now, string? Reason);
