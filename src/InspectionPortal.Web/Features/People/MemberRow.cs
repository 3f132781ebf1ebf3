using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Features.People;

public sealed record MemberRow(
    Guid UserId, string Name, string Email, IReadOnlyList<PartnershipRole> Roles, string? Capacity, bool IsConfirmed,
    IReadOnlyList<HeldRow> Holds)
{
    /// <summary>For whom they decide on reports, or who does for them, in sentences.</summary>
    public IReadOnlyList<string> Delegations { get; init; } = [];
}
