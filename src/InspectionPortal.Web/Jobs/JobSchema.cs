using System.Globalization;
using Hangfire.PostgreSql;
using InspectionPortal.Web.Data;
using Npgsql;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// The schema that Hangfire.PostgreSql keeps its tables in. The package brings the SQL that makes it and decides its version;
/// the role that migrates runs it, and the app's role is granted the rows and nothing more.
/// </summary>
public static class JobSchema
{
    /// <summary>Name of the schema.</summary>
    public const string Name = "hangfire";

    private const string Scripts = "Hangfire.PostgreSql.Scripts.Install.v";

    private const string Grants =
        $"""
        grant usage on schema {Name} to {PortalDatabase.AppRole};
        grant select, insert, update, delete on all tables in schema {Name} to {PortalDatabase.AppRole};
        grant usage, select on all sequences in schema {Name} to {PortalDatabase.AppRole};
        revoke insert, update, delete on {Name}.schema from {PortalDatabase.AppRole};
        """;

    /// <summary>The version that the package in use works with: the newest script it brings.</summary>
    public static int WantedVersion { get; } = typeof(PostgreSqlObjectsInstaller).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Scripts, StringComparison.Ordinal))
        .Max(n => int.TryParse(n[Scripts.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);

    /// <summary>Makes the schema or brings it up to date, and grants the app's role its rows.</summary>
    /// <param name="owner">An open connection of the role that migrates.</param>
    /// <returns>True where something was done.</returns>
    /// <exception cref="InvalidOperationException">The package's SQL ran without an error and the version is still another.</exception>
    public static async Task<bool> InstallAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        var isBehind = (await VersionAsync(owner, cancellationToken) ?? 0) < WantedVersion;
        if (isBehind)
        {
            PostgreSqlObjectsInstaller.Install(owner, Name);
        }

        // Each time: a run that was cut off after it installed, or a restore without privileges, left none.
        await using (var grant = new NpgsqlCommand(Grants, owner))
        {
            await grant.ExecuteNonQueryAsync(cancellationToken);
        }

        return await VersionAsync(owner, cancellationToken) >= WantedVersion
            ? isBehind
            : throw new InvalidOperationException($"The schema {Name} is not at version {WantedVersion} after it was installed.");
    }

    /// <summary>The version that the database has; null where the schema is not there or this role may not read it.</summary>
    public static async Task<int?> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select version from {Name}.schema", connection);
        try
        {
            return await command.ExecuteScalarAsync(cancellationToken) as int?;
        }
        catch (PostgresException exception) when (exception.SqlState
            is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InsufficientPrivilege)
        {
            return null;
        }
    }
}
