namespace InspectionPortal.Web.Features.Archives;

/// <summary>A file that could not be put in, or is not what its row says, and why.</summary>
public sealed record ArchiveGap(Guid ItemId, int Number, string FileName, string Why);
