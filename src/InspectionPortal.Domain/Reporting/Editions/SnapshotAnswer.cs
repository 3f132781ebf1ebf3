using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>A project or aim, by its number, that answers a recommendation.</summary>
public sealed record SnapshotAnswer(string Number, LinkBasis Basis);
