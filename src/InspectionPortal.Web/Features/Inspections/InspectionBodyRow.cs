namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A body that inspected.</summary>
public sealed record InspectionBodyRow(string Name, bool IsLead);
