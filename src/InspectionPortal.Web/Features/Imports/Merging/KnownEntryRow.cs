namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What was said of a project already: an entry from before the portal, or of an update that was accepted.</summary>
internal sealed record KnownEntryRow(Guid ProjectId, int Position, string Text);
