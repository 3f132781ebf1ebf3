using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>One person's account and what an administrator can do with it.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed record GetUserAccount(Guid Id) : IQuery<UserAccountPage>;

internal sealed class GetUserAccountHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<GetUserAccount, UserAccountPage?>
{
    public async Task<UserAccountPage?> Handle(GetUserAccount query, CancellationToken cancellationToken)
    {
        var users = database.Users.AsNoTracking().Where(u => u.Id == query.Id);
        if (await users.Select(AccountRow.From(database)).FirstOrDefaultAsync(cancellationToken) is not { } row)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var more = await users.Select(u => new
        {
            MayReset = u.EmailConfirmed && !u.IsDisabled && u.PasswordHash != null,
            Sessions = database.UserSessions.Count(s => s.UserId == u.Id && s.EndedAt == null && s.ExpiresAt > now),
            Bodies = database.LinkOfficers.Where(o => o.UserId == u.Id).OrderBy(o => o.Body!.Name).Select(o => o.Body!.Name).ToList(),
        }).SingleAsync(cancellationToken);
        return new UserAccountPage(row, more.MayReset, more.Sessions, more.Bodies, query.Id == current.RequiredPerson.UserId);
    }
}
