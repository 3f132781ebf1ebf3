using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A deadline that moved, and why.</summary>
public sealed record SlipItem(Deadline From, Deadline To, string Reason);
