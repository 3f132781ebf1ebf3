using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What one chief officer answered to one decision sought.</summary>
public sealed record ReportRecord(int Number, DecisionAnswer Answer, string? Comment, string Capacity, string? Name);
