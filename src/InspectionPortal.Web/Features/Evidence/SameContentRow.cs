namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A version whose content is also elsewhere.</summary>
public sealed record SameContentRow(Guid ItemId, string Title, int Number, Guid VersionId, string Sha256);
