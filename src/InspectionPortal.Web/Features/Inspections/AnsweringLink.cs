using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>One link from the recommendation to an aim, driver, project or measure, stated or inferred.</summary>
public sealed record AnsweringLink(LinkBasis Basis, string? Why, string? Aim, string? Driver, Guid? ProjectId, string? Project, Guid? MeasureId, string? Measure)
{
    /// <summary>The aim, where an aim itself is linked.</summary>
    public Guid? AimId { get; init; }
}
