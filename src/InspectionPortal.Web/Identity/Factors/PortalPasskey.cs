using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>A passkey of a person.</summary>
public sealed class PortalPasskey : IdentityUserPasskey<Guid>
{
    /// <summary>
    /// When it last proved who its owner is. An answer to a question that was asked before then is refused, so that none
    /// counts twice.
    /// </summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}
