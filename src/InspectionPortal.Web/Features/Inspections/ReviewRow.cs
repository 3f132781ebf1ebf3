namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A return visit.</summary>
public sealed record ReviewRow(Guid Id, string Title, DateOnly? Published, string? PublishedText, string? FieldworkText, int Findings);
