using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Identity.Invitations;

namespace InspectionPortal.Web.Features.Platform;

public sealed record PartnershipPage
{
    public required Partnership Partnership { get; init; }

    /// <summary>Who accepted the invitation as first partnership lead; null before that.</summary>
    public required FirstLead? Lead { get; init; }

    /// <summary>True where the partnership has a lead, so that it decides itself who comes in.</summary>
    public required bool HasLead { get; init; }

    /// <summary>Invitations of a first partnership lead that were not accepted yet.</summary>
    public required IReadOnlyList<PlatformInvitation> Invitations { get; init; }
}
