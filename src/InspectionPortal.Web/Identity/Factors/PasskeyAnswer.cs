using InspectionPortal.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>How the check of a passkey's answer ended.</summary>
/// <param name="User">Whose passkey it is; null where it was refused.</param>
/// <param name="Passkey">The passkey; null where it was refused.</param>
/// <param name="Problem">Why it was refused, in a sentence for the person.</param>
public sealed record PasskeyAnswer(PortalUser? User, UserPasskeyInfo? Passkey, string? Problem)
{
    public static PasskeyAnswer Failed(string problem) => new(null, null, problem);
}
