using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Identity;

/// <summary>Makes a line of the security log out of the request at hand: who, where, when and in which partnership.</summary>
public sealed class SecurityLines(CurrentSession current, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>A line that is not written yet.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="about">Whose account it is about, where that is not the signed-in person.</param>
    /// <param name="detail">What else there is to know; never a secret, cut at 300 characters.</param>
    public SecurityEvent Make(SecurityEventKind kind, Guid? about, string? detail) => new()
    {
        At = time.GetUtcNow(),
        Kind = kind,
        ByUserId = current.Person?.UserId,
        AboutUserId = about,
        PartnershipId = current.Tenant?.Partnership.Id,
        Place = SignInThrottle.PlaceOf(http.HttpContext?.Connection.RemoteIpAddress),
        Detail = detail is null ? null : EnglishText.Truncate(detail, SecurityEvent.DetailMaxLength),
    };
}
