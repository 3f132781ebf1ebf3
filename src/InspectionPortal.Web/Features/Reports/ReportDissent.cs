namespace InspectionPortal.Web.Features.Reports;

/// <summary>A chief officer who recorded that they do not agree, with their words.</summary>
public sealed record ReportDissent(string Capacity, string? Name, string At, string? Comment);
