using System.Reflection;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;
using MediatR;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// Marks a platform query that reads, in one transaction under the read-only role, all partnerships that the person's
/// grants open. A query without the mark sees no partnership's rows from outside it; a command may not carry it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AcrossPartnershipsAttribute : Attribute;

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

        scope.EnterScrutiny([.. current.RequiredPerson.OpenGrants().Select(g => g.Partnership.Id).Distinct()]);
        return next();
    }
}

/// <summary>Grants that open something to a person.</summary>
public static class OpenGrantsExtensions
{
    /// <summary>Grants in force of partnerships the person is not a member of: nobody is both.</summary>
    public static IEnumerable<SessionGrant> OpenGrants(this PortalSession person) =>
        person.Grants.Where(g => person.Memberships.All(m => m.Partnership.Id != g.Partnership.Id));
}
