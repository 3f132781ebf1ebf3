using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>What the commands about one's own second steps share.</summary>
public sealed class OwnFactors(
    UserManager<PortalUser> users, FactorStore store, SessionStore sessions, SecondFactorRules rules, CurrentSession current)
{
    public const string LastOne = "You need two-step sign-in to use the portal, and this is your only way to do it. Add another way first, then remove this one.";

    public FactorStore Store => store;

    /// <summary>The signed-in person's account; null where it is gone.</summary>
    public Task<PortalUser?> FindAsync() => users.FindByIdAsync(current.RequiredPerson.UserId.ToString());

    /// <summary>True where the person may not be without a second step and one is all they have.</summary>
    public async Task<bool> IsLastNeededAsync(PortalUser user, CancellationToken cancellationToken) =>
        new FactorsPage(await store.GetAsync(user, cancellationToken), rules.IsRequired(current.RequiredPerson), null, false).KeepsLast;

    /// <summary>Ends every session of the account, and starts one here anew.</summary>
    /// <param name="user">The account.</param>
    /// <param name="proved">What was proved just now; null keeps what the session was started with.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RestartSessionAsync(PortalUser user, SignInFactor? proved, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(user.Id, except: null, cancellationToken);
        await sessions.StartAsync(user, proved ?? current.RequiredPerson.Proof.Factor, cancellationToken);
    }
}
