namespace InspectionPortal.Web.Features.Plans;

/// <summary>What moved, and the button to return to.</summary>
public sealed record MovedInPlan(string Focus, string Notice);
