namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>A reporting period, by its name and its last day.</summary>
public sealed record PeriodChoice(string Title, DateOnly To);
