using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Writes the security log: to the platform's table, which administrators read and partnerships read their own lines of, and
/// to the process's structured log.
/// </summary>
public sealed class SecurityLog(
    IServiceScopeFactory scopes, PortalDbContext database, UnitOfWork unitOfWork, SecurityLines lines, SecurityEventLimiter limiter,
    ILogger<SecurityLog> logger)
{
    /// <summary>
    /// The id of the first kind in the process log; each kind has its own, in the order of <see cref="SecurityEventKind"/>.
    /// </summary>
    public const int FirstEventId = 5000;

    /// <summary>Adds a line to the work at hand: it is kept if the work is committed. Save with the work.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="about">Whose account it is about, where that is not the signed-in person.</param>
    /// <param name="detail">What else there is to know; never a secret, cut at 300 characters.</param>
    /// <param name="partnershipId">The partnership it concerns, where the request is not within one.</param>
    public void Add(SecurityEventKind kind, Guid? about = null, string? detail = null, int? partnershipId = null)
    {
        var line = lines.Make(kind, about, detail);
        line.PartnershipId ??= partnershipId;
        database.Add(line);
        if (database.Database.CurrentTransaction is null)
        {
            Report(line);
            return;
        }

        unitOfWork.AfterCommit(_ =>
        {
            Report(line);
            return Task.CompletedTask;
        });
    }

    /// <summary>Writes a line at once in a transaction of its own, so that it stays although the request is refused.</summary>
    public Task WriteAsync(SecurityEventKind kind, Guid? about = null, string? detail = null, CancellationToken cancellationToken = default) =>
        WriteLinesAsync([lines.Make(kind, about, detail)], cancellationToken);

    /// <summary>
    /// Writes a line at once where somebody could cause many: after a few in a minute the rest are counted, and one line says
    /// how many there were.
    /// </summary>
    public Task WriteLimitedAsync(SecurityEventKind kind, Guid? about = null, string? detail = null)
    {
        var line = lines.Make(kind, about, detail);
        return limiter.Admit(line) ? WriteLinesAsync([line], CancellationToken.None) : Task.CompletedTask;
    }

    /// <summary>Writes lines in a transaction of their own. Where the database cannot be reached, the process log has them.</summary>
    public async Task WriteLinesAsync(IReadOnlyList<SecurityEvent> made, CancellationToken cancellationToken)
    {
        foreach (var line in made)
        {
            Report(line);
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var apart = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            apart.AddRange(made);
            await apart.SaveChangesAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The security log could not be written to the database");
        }
    }

    private void Report(SecurityEvent line) => logger.Log(
        LevelOf(line.Kind),
        new EventId(FirstEventId + (int)line.Kind, line.Kind.ToString()),
        "Security: {Kind} by {ByUserId} about {AboutUserId} in partnership {PartnershipId} from {Place}: {Detail}",
        line.Kind, line.ByUserId, line.AboutUserId, line.PartnershipId, line.Place, line.Detail);

    private static LogLevel LevelOf(SecurityEventKind kind) => kind is SecurityEventKind.SignInFailed or SecurityEventKind.SignInSlowed
        or SecurityEventKind.FactorFailed or SecurityEventKind.AccessRefused or SecurityEventKind.OtherPartnershipRefused
        or SecurityEventKind.InvitationRefused or SecurityEventKind.AccountTakenOver
        ? LogLevel.Warning
        : LogLevel.Information;
}
