namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>Who invites, for the e-mail and the page.</summary>
/// <param name="Name">The partnership, the scrutiny body or the portal.</param>
/// <param name="TimeZone">IANA name of the zone in which times are written.</param>
public sealed record InvitationOrigin(string Name, string TimeZone)
{
    /// <summary>The zone of what no partnership sends.</summary>
    public const string PlatformZone = "Europe/London";
}
