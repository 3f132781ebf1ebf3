using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Who am I here, and what may I do where?</summary>
[Requires(Permission.SignedIn)]
public sealed record ShowAccount : IQuery<AccountPage>;

internal sealed class ShowAccountHandler(CurrentSession current) : IRequestHandler<ShowAccount, AccountPage?>
{
    public Task<AccountPage?> Handle(ShowAccount query, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;
        return Task.FromResult<AccountPage?>(new AccountPage(
            person.DisplayName,
            person.Email,
            person.IsPlatformAdministrator,
            [.. person.Memberships.Select(m => new AccountMembership(
                m.Partnership.Name, $"/{m.Partnership.Slug}", [.. m.Roles.Order().Select(RoleWords.Name)], m.Capacity))],
            [.. person.Bodies.Select(b => b.Name).Order(StringComparer.CurrentCulture)]));
    }
}

public sealed record AccountPage(
    string Name, string Email, bool IsPlatformAdministrator, IReadOnlyList<AccountMembership> Memberships, IReadOnlyList<string> Bodies);

public sealed record AccountMembership(string Partnership, string Href, IReadOnlyList<string> Roles, string? Capacity);
