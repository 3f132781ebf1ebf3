using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>One link from the recommendation to an aim, driver, project or measure, stated or inferred.</summary>
public sealed record AnsweringLink(LinkBasis Basis, string? Why, string? Aim, string? Driver, Guid? ProjectId, string? Project, Guid? MeasureId, string? Measure);
