using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A project that answers it.</summary>
public sealed record AnsweringProject(WorkRow Row, IReadOnlyList<LeadName> Leads, DeadlineNote Deadline);
