namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The item and the number of the version.</summary>
public sealed record EvidenceAdded(Guid ItemId, int Number);
