using InspectionPortal.Web.Identity.Invitations;

namespace InspectionPortal.Web.Features.Platform;

public sealed record ScrutinyBodyPage(Guid Id, string Name, string ShortName, uint Version, IReadOnlyList<OfficerRow> Officers)
{
    /// <summary>What the body calls one of its officers.</summary>
    public required string OfficerTitle { get; init; }

    /// <summary>Invitations of link officers that were not accepted yet.</summary>
    public IReadOnlyList<PlatformInvitation> Invitations { get; init; } = [];
}
