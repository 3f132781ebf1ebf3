using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The agency is the one for which this person answers for the project, where there is one.</summary>
public sealed record CardProject(
    Guid Id, string Number, string Title, Deadline Deadline, ProjectStatus Status, string? Rag, int DaysLate, bool IsHeld, Guid? AgencyId);
