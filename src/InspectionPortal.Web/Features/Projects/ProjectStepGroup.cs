namespace InspectionPortal.Web.Features.Projects;

/// <summary>The steps of one category, or what the plan says in their place.</summary>
public sealed record ProjectStepGroup(string Label, string? Note, IReadOnlyList<ProjectStep> Steps);
