using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Web.Features.Platform;

public sealed record PlatformPartnership(
    int Id, string Name, string Slug, PartnershipKind Kind, PartnershipState State, bool IsDemonstration, DateOnly? Added);
