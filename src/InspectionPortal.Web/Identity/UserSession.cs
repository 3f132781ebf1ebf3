using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// One sign-in, kept on the server: the cookie only names it. Ended here, every copy of the cookie is dead at its next request.
/// </summary>
public sealed class UserSession
{
    public const int BrowserMaxLength = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid UserId { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>The last request, to the minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Ends then at the latest, however busy it is.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended by signing out, by a new password, or by an administrator.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public SignInFactor Factor { get; set; }

    /// <summary>When the person last proved who they are: at sign-in, and again before an act that asks for it.</summary>
    public DateTimeOffset ConfirmedAt { get; set; }

    /// <summary>What the browser calls itself, cut short, so that a person recognises their own sessions.</summary>
    [MaxLength(BrowserMaxLength)]
    public string? Browser { get; set; }
}
