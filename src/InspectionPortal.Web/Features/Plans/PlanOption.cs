namespace InspectionPortal.Web.Features.Plans;

/// <summary>What one can filter by: an address's value and its words.</summary>
public sealed record PlanOption(string Value, string Words);
