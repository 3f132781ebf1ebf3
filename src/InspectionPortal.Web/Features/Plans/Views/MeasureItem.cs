using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A measure as the views show it.</summary>
public sealed record MeasureItem(Guid Id, string Title, MeasureKind Kind, Deadline Deadline, Guid? LeadId, string? Lead, DeadlineNote Note);
