using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A milestone that is not reached, as stored.</summary>
internal sealed record HomeMilestoneRow(Guid ProjectId, Guid Id, string Title, Deadline Deadline);
