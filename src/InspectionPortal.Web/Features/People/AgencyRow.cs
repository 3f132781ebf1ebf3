using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Features.People;

public sealed record AgencyRow(
    Guid Id, string Code, string Name, AgencyKind Kind, string? Chair, Guid? ReportsToId, string? ReportsTo, uint Version, int Responsibilities);
