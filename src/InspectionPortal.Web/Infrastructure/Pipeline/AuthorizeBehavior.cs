using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Identity;
using MediatR;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Refuses what the person may not do, before anything is read.</summary>
public sealed class AuthorizeBehavior<TRequest, TResponse>(CurrentSession current, ChangeOrigin origin) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IMessage
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        switch (MessageAccess.Judge(typeof(TRequest), current))
        {
            case Verdict.Allowed:
                origin.Command = typeof(TRequest).Name;
                origin.At = null;
                (origin.EntryId, origin.IsFinal) = (null, false);
                return next();
            case Verdict.Hidden:
                throw new MessageRefusedException(StatusCodes.Status404NotFound);
            case Verdict.SignInFirst:
                throw new MessageRefusedException(StatusCodes.Status401Unauthorized);
            default:
                throw new MessageRefusedException(StatusCodes.Status403Forbidden);
        }
    }
}
