namespace InspectionPortal.Domain.Plans;

public sealed record CoverageAim(Guid Id, string Number, string Statement);
