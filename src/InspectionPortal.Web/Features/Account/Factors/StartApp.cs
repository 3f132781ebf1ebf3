using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>A key to share with an authenticator app: a new one, or the one of a form that comes again. Nothing is saved yet.</summary>
/// <param name="SealedKey">The key of the form, sealed; null for a new one.</param>
[Requires(Permission.SignedIn)]
public sealed record StartApp(string? SealedKey) : IQuery<AppKeyPage>;

internal sealed class StartAppHandler(UserManager<PortalUser> users, AppKeys keys, CurrentSession current)
    : IRequestHandler<StartApp, AppKeyPage?>
{
    public Task<AppKeyPage?> Handle(StartApp query, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;
        var key = keys.Open(person.UserId, query.SealedKey) ?? users.GenerateNewAuthenticatorKey();
        return Task.FromResult<AppKeyPage?>(new AppKeyPage(key, keys.Seal(person.UserId, key), AppKeys.Address(person.Email, key)));
    }
}
