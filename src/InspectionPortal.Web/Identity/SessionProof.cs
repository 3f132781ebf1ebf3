namespace InspectionPortal.Web.Identity;

/// <summary>What the person proved, and when.</summary>
/// <param name="SessionId">The row of <see cref="UserSession"/>.</param>
/// <param name="Factor">How they signed in.</param>
/// <param name="ConfirmedAt">When they last proved who they are.</param>
public sealed record SessionProof(Guid SessionId, SignInFactor Factor, DateTimeOffset ConfirmedAt)
{
    /// <summary>The last use that was written down, to the minute.</summary>
    public DateTimeOffset LastSeenAt { get; init; }
}
