namespace InspectionPortal.Domain.Reporting.PublicPages;

/// <summary>A number on a day: a figure of a chart, or a target.</summary>
public sealed record PublicFigure(DateOnly On, decimal Value);
