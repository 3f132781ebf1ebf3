using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A decision sought, with the project it is about; null where it is about none.</summary>
public sealed record ReportDecision(int Number, string Text, SnapshotProject? Project, DecisionOrigin Origin);
