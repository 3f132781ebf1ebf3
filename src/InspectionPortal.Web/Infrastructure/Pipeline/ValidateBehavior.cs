using System.Reflection;
using FluentValidation;
using InspectionPortal.Domain.Text;
using MediatR;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Runs every validator of a command, so that a form, an import and the API share the rules.</summary>
public sealed class ValidateBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IMessage
{
    private static readonly MethodInfo? Fail = typeof(TResponse).GetMethod("Failed", BindingFlags.Public | BindingFlags.Static);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = new List<FieldError>();
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            errors.AddRange(outcome.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorMessage)));
        }

        if (errors.Count == 0 || Fail is null)
        {
            return await next();
        }

        return (TResponse)Fail.Invoke(null, [new Invalid(errors)])!;
    }
}
