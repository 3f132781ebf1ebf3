namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A grade on its scale; nested where the body nests its judgements.</summary>
public sealed record GradingLine(Guid Id, Guid? ParentId, string? Indicator, string Title, string? Scale, string Grade);
