using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What the plan says of a category in place of actions.</summary>
public sealed record PlanNote(SubActionCategory Category, string Text);
