using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Features.People;

public sealed record ResponsibilityFact(
    Guid Id, string Name, ResponsibilityKind Kind, Guid? AgencyId, uint Version, IReadOnlyList<HolderRow> Holders);
