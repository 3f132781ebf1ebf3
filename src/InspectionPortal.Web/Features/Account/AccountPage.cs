namespace InspectionPortal.Web.Features.Account;

public sealed record AccountPage(
    string Name, string Email, bool IsPlatformAdministrator, IReadOnlyList<AccountMembership> Memberships, IReadOnlyList<string> Bodies,
    IReadOnlyList<AccountSession> Sessions)
{
    /// <summary>When the address of the person's calendar feed was made; null where there is none.</summary>
    public DateTimeOffset? FeedCreatedAt { get; init; }
}
