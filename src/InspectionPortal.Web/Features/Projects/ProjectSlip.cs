using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>A deadline that moved.</summary>
public sealed record ProjectSlip(Deadline From, Deadline To, string Reason, DateTimeOffset At);
