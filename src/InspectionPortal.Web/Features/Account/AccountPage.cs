namespace InspectionPortal.Web.Features.Account;

public sealed record AccountPage(
    string Name, string Email, bool IsPlatformAdministrator, IReadOnlyList<AccountMembership> Memberships, IReadOnlyList<string> Bodies,
    IReadOnlyList<AccountSession> Sessions);
