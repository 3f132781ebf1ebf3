using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Reads account, stamp and session in one command at every request, so that what was revoked is gone at the next one. Rights are read
/// again when something that gives them changed.
/// </summary>
public sealed class SessionReader(
    NpgsqlDataSource source, KeptRights kept, IServiceProvider services, TenantScope scope, IOptions<SessionLimits> options,
    TimeProvider time)
{
    /// <summary>
    /// The account and the session if both are in order, and the revisions. Of platform tables only, so no partnership need be entered.
    /// </summary>
    private const string Query =
        """
        select u.display_name, u.email, u.is_platform_administrator, u.security_stamp, u.two_factor_enabled, u.second_factor_required_since,
          s.factor, s.confirmed_at, s.last_seen_at, coalesce(platform.revision, 0), coalesce(own.revision, 0)
        from users u
        join user_sessions s on s.id = $2 and s.user_id = u.id and s.ended_at is null and s.expires_at > $3
        left join page_revisions platform on platform.id = 0
        left join partnerships p on p.slug = $4
        left join page_revisions own on own.id = p.id
        where u.id = $1 and not u.is_disabled and u.email_confirmed
        """;

    /// <summary>
    /// The session, or null where it has ended or was not used for too long, or where the account is gone, disabled, not
    /// confirmed or its stamp has moved on since the cookie was made.
    /// </summary>
    /// <param name="cookie">What the browser claims.</param>
    /// <param name="slug">The partnership whose pages are asked for; null outside one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PortalSession?> ReadAsync(SessionCookie cookie, string? slug, CancellationToken cancellationToken)
    {
        scope.EnterUser(cookie.UserId);
        if (await ReadRowAsync(cookie, slug, cancellationToken) is not { } row || row.SecurityStamp != cookie.SecurityStamp
            || (row.SecondFactor.HasFactor && row.Proof.Factor == SignInFactor.Password))
        {
            return null;
        }

        // The revision was read first: what is read now is as new, or newer.
        var rights = kept.Find(cookie.UserId, row.PlatformRevision, time.GetUtcNow());
        if (rights is null)
        {
            rights = await services.GetRequiredService<RightsReader>().ReadAsync(cookie.UserId, cancellationToken);
            kept.Keep(cookie.UserId, row.PlatformRevision, rights);
        }

        var limit = options.Value.IdleLimitFor(row.IsPlatformAdministrator || rights.Bodies.Count > 0);
        return time.GetUtcNow() - row.Proof.LastSeenAt >= limit
            ? null
            : new PortalSession(
                cookie.UserId, row.DisplayName, row.Email, row.IsPlatformAdministrator, rights.Memberships, rights.Grants, rights.Bodies)
            {
                SecondFactor = row.SecondFactor,
                Proof = row.Proof,
                PageRevision = row.PlatformRevision + row.OwnRevision,
            };
    }

    /// <summary>If the database was away for a moment, tries again as often as every other command does.</summary>
    private async Task<Row?> ReadRowAsync(SessionCookie cookie, string? slug, CancellationToken cancellationToken)
    {
        try
        {
            return await QueryAsync(cookie, slug, cancellationToken);
        }
        catch (NpgsqlException failure) when (failure.IsTransient)
        {
            return await services.GetRequiredService<PortalDbContext>().Database.CreateExecutionStrategy()
                .ExecuteAsync(token => QueryAsync(cookie, slug, token), cancellationToken);
        }
    }

    private async Task<Row?> QueryAsync(SessionCookie cookie, string? slug, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Query);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = cookie.UserId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = cookie.SessionId });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = slug ?? string.Empty });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? RowOf(reader, cookie.SessionId) : null;
    }

    private static Row RowOf(NpgsqlDataReader reader, Guid session) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.IsDBNull(3) ? null : reader.GetString(3))
        {
            SecondFactor = new SecondFactorState(reader.GetBoolean(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5)),
            Proof = new SessionProof(session, Enum.Parse<SignInFactor>(reader.GetString(6)), reader.GetFieldValue<DateTimeOffset>(7))
            {
                LastSeenAt = reader.GetFieldValue<DateTimeOffset>(8),
            },
            PlatformRevision = reader.GetInt64(9),
            OwnRevision = reader.GetInt64(10),
        };

    private sealed record Row(string DisplayName, string Email, bool IsPlatformAdministrator, string? SecurityStamp)
    {
        public required SecondFactorState SecondFactor { get; init; }

        public required SessionProof Proof { get; init; }

        public required long PlatformRevision { get; init; }

        public required long OwnRevision { get; init; }
    }
}
