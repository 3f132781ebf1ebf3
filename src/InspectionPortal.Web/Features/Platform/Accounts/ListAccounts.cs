using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>Everybody who has an account. Nothing from inside a partnership: not even who is a member of which.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class ListAccounts : IQuery<AccountsPage>
{
    public const int PageSize = 50;

    /// <summary>Part of a name or of an e-mail address.</summary>
    public string? Search { get; set; }

    public AccountStatus? Status { get; set; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; set; } = 1;
}

internal sealed class ListAccountsHandler(PortalDbContext database) : IRequestHandler<ListAccounts, AccountsPage?>
{
    public async Task<AccountsPage?> Handle(ListAccounts query, CancellationToken cancellationToken)
    {
        var users = Filter(query);
        var count = await users.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + ListAccounts.PageSize - 1) / ListAccounts.PageSize);
        query.Page = Math.Clamp(query.Page, 1, pages);
        var rows = await users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Skip((query.Page - 1) * ListAccounts.PageSize).Take(ListAccounts.PageSize)
            .Select(AccountRow.From(database)).ToListAsync(cancellationToken);
        return new AccountsPage(rows, count, pages, query);
    }

    private IQueryable<PortalUser> Filter(ListAccounts query)
    {
        var users = database.Users.AsNoTracking();
        users = query.Status switch
        {
            AccountStatus.Disabled => users.Where(u => u.IsDisabled),
            AccountStatus.Pending => users.Where(u => !u.IsDisabled && (!u.EmailConfirmed || u.PasswordHash == null)),
            AccountStatus.Confirmed => users.Where(u => !u.IsDisabled && u.EmailConfirmed && u.PasswordHash != null),
            _ => users,
        };
        if (string.IsNullOrWhiteSpace(query.Search))
        {
            return users;
        }

        var pattern = LikePattern.Containing(query.Search.Trim());
        return users.Where(u => EF.Functions.ILike(u.DisplayName, pattern, LikePattern.Escape) || EF.Functions.ILike(u.Email!, pattern, LikePattern.Escape));
    }
}
