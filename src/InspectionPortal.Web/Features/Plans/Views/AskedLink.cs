using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What a recommendation is linked to: one of the four.</summary>
public sealed record AskedLink(Guid? AimId, Guid? DriverId, Guid? ProjectId, Guid? MeasureId, LinkBasis Basis);
