using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A milestone of a project that is not reached.</summary>
internal sealed record HomeMilestone(Guid Id, string Title, Deadline Deadline);
