namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>An agency of the partnership.</summary>
internal sealed record KnownAgencyRow(Guid Id, string Code, string Name);
