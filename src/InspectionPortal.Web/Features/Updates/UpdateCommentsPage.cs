namespace InspectionPortal.Web.Features.Updates;

/// <summary>The comments on one update, with the name of its item and period.</summary>
public sealed record UpdateCommentsPage(Guid ProjectId, string Project, string Period, bool MayReview, UpdateThread Thread);
