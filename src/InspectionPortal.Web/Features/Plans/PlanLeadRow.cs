using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>One who leads or helps with a project.</summary>
internal sealed record PlanLeadRow(Guid ProjectId, int Position, LeadName Lead);
