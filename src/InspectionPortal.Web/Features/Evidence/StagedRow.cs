namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A file that has arrived and waits for its form.</summary>
public sealed record StagedRow(Guid Id, string FileName, long Size);
