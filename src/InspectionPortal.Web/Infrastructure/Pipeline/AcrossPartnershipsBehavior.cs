using System.Reflection;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;
using MediatR;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Enters the granted partnerships before the transaction starts, for queries that are marked so. No grant, no rows.</summary>
public sealed class AcrossPartnershipsBehavior<TRequest, TResponse>(CurrentSession current, TenantScope scope) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IMessage
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (typeof(TRequest).GetCustomAttribute<AcrossPartnershipsAttribute>() is null)
        {
            return next();
        }

        if (MessageAccess.IsCommand(typeof(TRequest)) || current.Tenant is not null)
        {
            throw new InvalidOperationException($"{typeof(TRequest).Name} reads across partnerships: it is a query, and of the platform.");
        }

        scope.EnterScrutiny(current.RequiredPerson.OpenGrants().Select(g => g.Plan));
        return next();
    }
}
