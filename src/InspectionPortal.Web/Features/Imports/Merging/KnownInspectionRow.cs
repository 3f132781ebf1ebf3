namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>An inspection that is on record.</summary>
internal sealed record KnownInspectionRow(Guid Id, string Title, DateOnly? Published, string? PublishedText);
