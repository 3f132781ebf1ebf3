namespace InspectionPortal.Web.Features.Plans;

/// <summary>A note in place of a category's sub-actions.</summary>
internal sealed record PlanNoteRow(Guid ProjectId, Guid Id, PlanNote Note);
