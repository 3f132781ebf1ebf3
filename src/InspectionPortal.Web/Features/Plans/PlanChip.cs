namespace InspectionPortal.Web.Features.Plans;

/// <summary>A filter as a removable chip.</summary>
public sealed record PlanChip(string Words, string Without);
