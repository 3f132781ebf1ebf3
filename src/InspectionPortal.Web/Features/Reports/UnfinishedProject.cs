using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A project that would not be finished when the plan is closed.</summary>
public sealed record UnfinishedProject(Guid Id, string Number, string Title, ProjectStatus Status);
