namespace InspectionPortal.Web.Features.Reports;

/// <summary>Since when and why a report is withheld.</summary>
public sealed record WithheldNote(DateTimeOffset Since, string Reason);
