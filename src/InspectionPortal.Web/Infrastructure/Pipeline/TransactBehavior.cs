using System.Reflection;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// One message, one transaction. A command that fails leaves nothing behind; a newer version found on saving becomes a
/// <see cref="Conflict"/>. What a link officer reads is written to the access log in the same transaction, or not read.
/// </summary>
public sealed class TransactBehavior<TRequest, TResponse>(
    PortalDbContext database, UnitOfWork unitOfWork, AccessLog accessLog, TenantScope scope) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IMessage
{
    /// <summary>What the database raises where something in a closed plan would change.</summary>
    private const string PlanClosed = "PL001";

    private static readonly MethodInfo? Fail = typeof(TResponse).GetMethod("Failed", BindingFlags.Public | BindingFlags.Static);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await RunAsync(next, cancellationToken);
        }
        catch (DbUpdateConcurrencyException) when (Fail is not null)
        {
            return Failed(new Conflict());
        }
        catch (DbUpdateException exception) when (Fail is not null && StateOf(exception) is PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation)
        {
            // What it pointed at is gone, or was never this partnership's: one answer for both.
            return Failed(new Missing());
        }
        catch (DbUpdateException exception) when (Fail is not null && StateOf(exception) == PlanClosed)
        {
            return Failed(new Conflict("This plan is closed, so nothing in it can be changed. Your changes are not saved."));
        }
        catch (DbUpdateException exception) when (Fail is not null && StateOf(exception) == PostgresErrorCodes.UniqueViolation)
        {
            return await RunAgainAsync(next, cancellationToken);
        }
    }

    /// <summary>Two submits at the same instant: the second looks again and finds what the first wrote.</summary>
    private async Task<TResponse> RunAgainAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(next, cancellationToken);
        }
        catch (DbUpdateException)
        {
            return Failed(new Conflict());
        }
    }

    private Task<TResponse> RunAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async token =>
        {
            var answer = await next();
            if (scope.IsScrutiny && answer is not null)
            {
                await accessLog.WriteAsync(typeof(TRequest).Name, (answer is IFailable done ? done.Outcome : answer) as IReadByLinkOfficers,
                    token);
            }

            return answer;
        },
        answer => answer is not IFailable { Failure: not null },
        cancellationToken);

    private TResponse Failed(Failure failure)
    {
        database.ChangeTracker.Clear();
        return (TResponse)Fail!.Invoke(null, [failure])!;
    }

    private static string? StateOf(DbUpdateException exception) => (exception.InnerException as PostgresException)?.SqlState;
}
