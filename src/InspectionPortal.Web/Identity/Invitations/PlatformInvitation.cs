namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>An invitation that was not accepted yet, as the platform administrator sees it.</summary>
public sealed record PlatformInvitation
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }

    /// <summary>The partnership, the scrutiny body or the portal.</summary>
    public required string From { get; init; }

    public required string What { get; init; }
    public required InvitationState State { get; init; }
    public required string StateText { get; init; }

    /// <summary>True where the platform sent it, and so can send it again or withdraw it.</summary>
    public required bool IsOfPlatform { get; init; }

    /// <summary>True where no e-mail can be sent, so that the administrator hands out the link.</summary>
    public required bool CanBeHandedOut { get; init; }

    public bool CanBeSent => IsOfPlatform && State != InvitationState.Declined;
}
