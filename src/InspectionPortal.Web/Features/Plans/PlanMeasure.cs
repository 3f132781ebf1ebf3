namespace InspectionPortal.Web.Features.Plans;

/// <summary>A measure in a cell, with its targets as words ("50% by 30 September 2020").</summary>
public sealed record PlanMeasure(Guid Id, string Title, IReadOnlyList<string> Targets, string Deadline);
