namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The projects of a branch.</summary>
public sealed record TreeProjects(IReadOnlyList<ProjectItem> Projects, PlanContent Plan, bool IsOpen);
