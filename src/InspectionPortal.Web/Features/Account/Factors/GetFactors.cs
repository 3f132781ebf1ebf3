using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>What do I sign in with beside my password?</summary>
[Requires(Permission.SignedIn)]
public sealed record GetFactors : IQuery<FactorsPage>;

internal sealed class GetFactorsHandler(UserManager<PortalUser> users, FactorStore factors, SecondFactorRules rules, CurrentSession current)
    : IRequestHandler<GetFactors, FactorsPage?>
{
    public async Task<FactorsPage?> Handle(GetFactors query, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;
        return await users.FindByIdAsync(person.UserId.ToString()) is { } user
            ? new FactorsPage(
                await factors.GetAsync(user, cancellationToken), rules.IsRequired(person), rules.Deadline(person), rules.IsOverdue(person))
            : null;
    }
}
