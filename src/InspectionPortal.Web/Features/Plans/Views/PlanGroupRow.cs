using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A project, sub-action or measure as a row.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Href">Its page, below the partnership.</param>
/// <param name="Number">The project's number, where it has one.</param>
/// <param name="Title">Its words.</param>
/// <param name="Part">How the one in the heading takes part, or what the row belongs to.</param>
/// <param name="Leads">Who leads it.</param>
/// <param name="Deadline">When it is due.</param>
/// <param name="Status">Where the work is; null for a measure and for what needs no action.</param>
/// <param name="Rating">A project's rating.</param>
/// <param name="IsInferred">True where the portal inferred the link to the heading.</param>
public sealed record PlanGroupRow(
    PlanGroupRowKind Kind, string Href, string? Number, string Title, string? Part, string? Leads, DeadlineNote Deadline, ProjectStatus? Status, Rating? Rating,
    bool IsInferred = false)
{
    /// <summary>What of a project is late; null for sub-actions and measures.</summary>
    public (Lateness Late, Guid ProjectId)? Project { get; init; }

    /// <summary>True where its own date is past, or that of a sub-action.</summary>
    public bool IsLate => Project?.Late.IsLate ?? Deadline.IsLate;
}
