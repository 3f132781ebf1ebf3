using System.Reflection;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using MediatR;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// Stops a command that is marked with <see cref="ConfirmIdentityAttribute"/> where the last proof of identity is too old.
/// </summary>
public sealed class ConfirmBehavior<TRequest, TResponse>(CurrentSession current, SecondFactorRules rules) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IMessage
{
    /// <exception cref="ConfirmationNeededException">The person has to confirm first.</exception>
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        typeof(TRequest).GetCustomAttribute<ConfirmIdentityAttribute>() is not null
        && (current.Person is null || rules.MustConfirm(current.Person))
            ? throw new ConfirmationNeededException()
            : next();
}
