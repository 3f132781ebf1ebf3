namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A plan whose work can be linked to a recommendation.</summary>
public sealed record LinkablePlan(Guid Id, string Title);
