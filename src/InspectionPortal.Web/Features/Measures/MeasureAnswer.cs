using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>A recommendation that the measure answers by itself.</summary>
public sealed record MeasureAnswer(Guid Id, string Number, LinkBasis Basis);
