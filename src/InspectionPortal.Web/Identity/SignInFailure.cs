using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Web.Identity;

/// <summary>One sign-in that failed, kept for a quarter of an hour to slow guessing down.</summary>
public sealed class SignInFailure
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of what was tried from where; holds neither address nor account in clear.</summary>
    [MaxLength(64)]
    public required string Key { get; set; }

    public DateTimeOffset At { get; set; }
}
