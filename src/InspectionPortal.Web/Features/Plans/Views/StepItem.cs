using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A sub-action as the views show it.</summary>
public sealed record StepItem(
    Guid Id, Guid ProjectId, string Text, SubActionCategory Category, Deadline Deadline, ProjectStatus Status, string? OwnersText,
    IReadOnlyList<LeadName> Owners, DeadlineNote Note);
