namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>A measure that the plan has already, under the project, driver or aim that owns it.</summary>
internal sealed record KnownMeasureRow(Guid? OwnerId, int Position, string Title);
