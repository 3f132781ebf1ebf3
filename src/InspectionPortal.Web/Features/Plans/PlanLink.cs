namespace InspectionPortal.Web.Features.Plans;

/// <summary>A recommendation that a row answers.</summary>
public sealed record PlanLink(Guid Id, string Number, bool IsInferred);
