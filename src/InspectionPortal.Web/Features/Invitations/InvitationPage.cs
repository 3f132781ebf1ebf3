using InspectionPortal.Web.Identity.Invitations;

namespace InspectionPortal.Web.Features.Invitations;

/// <summary>What the page of an invitation shows.</summary>
public sealed record InvitationPage
{
    /// <summary>Why it cannot be accepted; null where it can.</summary>
    public required InvitationObstacle? Obstacle { get; init; }

    /// <summary>Null where the link is not known.</summary>
    public Invitation? Invitation { get; init; }

    public InvitationOrigin? From { get; init; }

    public string? Token { get; init; }

    public InvitedPerson Who { get; init; }

    /// <summary>The address that this browser is signed in with, or null.</summary>
    public string? SignedInAs { get; init; }

    /// <summary>The page's own address, to come back to after signing in.</summary>
    public string Path => $"/account/invitation?id={Invitation?.Id}&token={Token}";
}
