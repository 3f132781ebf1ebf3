using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotLead(string Name, LeadKind Kind, bool IsPerson);
