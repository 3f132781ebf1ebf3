namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>An aim, project or measure, as the report says it that is named last and has it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The same in every report.</param>
/// <param name="Number">Its own number; for a measure the number of what it belongs to, or empty.</param>
/// <param name="Title">Its title, or the statement of an aim.</param>
public sealed record ComparedItem(ComparedItemKind Kind, Guid Id, string Number, string Title);
