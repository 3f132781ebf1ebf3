namespace InspectionPortal.Domain.Measures;

/// <summary>
/// What a figure says: its date and its number, each as written and as understood. Entities that keep a figure copy and
/// compare it as this one value. Their columns stay their own, since audit, archive and a unique index read columns.
/// </summary>
/// <param name="Date">Last day of what the figure covers; null where no date is stated.</param>
/// <param name="DateText">The date as written; null where it was written as a day.</param>
/// <param name="ValueText">The figure as written.</param>
/// <param name="Value">The number, in the measure's unit; null where the text has none.</param>
/// <param name="Numerator">The number counted; null where no counts are given.</param>
/// <param name="Denominator">The number it is counted out of.</param>
public readonly record struct FigureValues(
    DateOnly? Date, string? DateText, string ValueText, decimal? Value, decimal? Numerator, decimal? Denominator);
