namespace InspectionPortal.Web.Features.Archives;

/// <summary>Says how far the making of an archive is.</summary>
public delegate Task ArchiveProgress(int done, int total, string words, CancellationToken cancellationToken);
