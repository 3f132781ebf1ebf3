namespace InspectionPortal.Web.Features.Account;

public sealed record AccountMembership(string Partnership, string Href, IReadOnlyList<string> Roles, string? Capacity);
