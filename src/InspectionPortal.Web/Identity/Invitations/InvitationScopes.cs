using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>
/// Where an invitation is looked into and accepted. Whoever opens the link is not a member yet, so their request is outside the
/// partnership: this enters the one partnership that the stored invitation names, in a scope and a transaction of its own.
/// </summary>
public sealed class InvitationScopes(PartnershipScopes partnerships, IServiceScopeFactory scopes)
{
    private const string Command = "AcceptInvitation";

    /// <summary>Runs work in the invitation's place.</summary>
    /// <param name="invitation">Says which partnership; none for link officers and administrators.</param>
    /// <param name="person">Who is signed in, or null.</param>
    /// <param name="work">Gets the services of that scope.</param>
    /// <param name="commitIf">Whether what was done is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<T> RunAsync<T>(
        Invitation invitation, PortalSession? person, Func<IServiceProvider, CancellationToken, Task<T>> work, Func<T, bool> commitIf,
        CancellationToken cancellationToken)
    {
        if (invitation.PartnershipId is { } partnershipId)
        {
            return await partnerships.RunAsync(partnershipId, person?.UserId, Command, services => TransactAsync(services, person, work, commitIf, cancellationToken));
        }

        await using var scope = scopes.CreateAsyncScope();
        var origin = scope.ServiceProvider.GetRequiredService<ChangeOrigin>();
        origin.UserId = person?.UserId;
        origin.Command = Command;
        return await TransactAsync(scope.ServiceProvider, person, work, commitIf, cancellationToken);
    }

    private static Task<T> TransactAsync<T>(
        IServiceProvider services, PortalSession? person, Func<IServiceProvider, CancellationToken, Task<T>> work, Func<T, bool> commitIf,
        CancellationToken cancellationToken)
    {
        if (person is not null)
        {
            services.GetRequiredService<CurrentSession>().SignIn(person);
        }

        return services.GetRequiredService<UnitOfWork>().RunAsync(token => work(services, token), commitIf, cancellationToken);
    }
}
