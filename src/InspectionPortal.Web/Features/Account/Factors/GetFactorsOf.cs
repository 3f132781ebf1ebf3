using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>What does that person sign in with beside their password? For the administrator who may reset it.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed record GetFactorsOf(Guid UserId) : IQuery<FactorsOfPage>;

internal sealed class GetFactorsOfHandler(UserManager<PortalUser> users, FactorStore factors, CurrentSession current)
    : IRequestHandler<GetFactorsOf, FactorsOfPage?>
{
    public async Task<FactorsOfPage?> Handle(GetFactorsOf query, CancellationToken cancellationToken) =>
        await users.FindByIdAsync(query.UserId.ToString()) is { } user
            ? new FactorsOfPage(
                user.Id, user.DisplayName, user.Email!, await factors.GetAsync(user, cancellationToken), user.Id == current.RequiredPerson.UserId)
            : null;
}
