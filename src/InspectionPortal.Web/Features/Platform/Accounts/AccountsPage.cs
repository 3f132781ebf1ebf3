namespace InspectionPortal.Web.Features.Platform.Accounts;

public sealed record AccountsPage(IReadOnlyList<AccountRow> Rows, int Count, int Pages, ListAccounts Filter);
