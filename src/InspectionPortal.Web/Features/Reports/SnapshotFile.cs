namespace InspectionPortal.Web.Features.Reports;

public sealed record SnapshotFile(byte[] Bytes, string Title);
