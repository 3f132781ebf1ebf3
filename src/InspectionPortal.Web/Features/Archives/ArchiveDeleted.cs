namespace InspectionPortal.Web.Features.Archives;

/// <param name="WasUnderWay">True where it was still being made.</param>
public sealed record ArchiveDeleted(bool WasUnderWay);
