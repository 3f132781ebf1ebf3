using InspectionPortal.Web.Identity.Invitations;

namespace InspectionPortal.Web.Features.Platform;

public sealed record ScrutinyBodyPage(Guid Id, string Name, string ShortName, uint Version, IReadOnlyList<OfficerRow> Officers)
{
    /// <summary>Invitations of link officers that were not accepted yet.</summary>
    public IReadOnlyList<PlatformInvitation> Invitations { get; init; } = [];
}
