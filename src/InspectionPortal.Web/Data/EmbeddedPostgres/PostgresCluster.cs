using System.Globalization;
using System.Security.Cryptography;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>The data directory of a server, made when it is missing.</summary>
internal sealed class PostgresCluster(ServerHome home, ServerAccount account)
{
    public async Task EnsureAsync(PostgresPackage package, PostgresPrograms programs, CancellationToken ct)
    {
        if (!OperatingSystem.IsWindows())
        {
            await account.CreatePrivateDirectoryAsync(home.SocketDirectory, ct);
        }

        if (Directory.Exists(home.Cluster))
        {
            await RequireMajorVersionAsync(package.MajorVersion, ct);
        }
        else
        {
            await CreateAsync(programs, ct);
        }
    }

    public string? Password() =>
        OperatingSystem.IsWindows() ? File.ReadAllText(home.PasswordFile).Trim() : null;

    private async Task RequireMajorVersionAsync(int expected, CancellationToken ct)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(home.Cluster, "PG_VERSION"), ct);
        if (int.Parse(text.Trim(), CultureInfo.InvariantCulture) != expected)
        {
            throw new EmbeddedPostgresException(
                $"The data in '{home.Cluster}' were written by PostgreSQL {text.Trim()}, and the embedded server is PostgreSQL "
                + $"{expected}. Delete '{home.Directory}' to begin with an empty database.");
        }
    }

    /// <summary>Made beside its place and renamed, so that an interrupted attempt leaves nothing that looks finished.</summary>
    private async Task CreateAsync(PostgresPrograms programs, CancellationToken ct)
    {
        foreach (var unfinished in Directory.EnumerateDirectories(home.Directory, "cluster.*"))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var cluster = $"{home.Cluster}.{Guid.NewGuid():N}";
        await account.CreatePrivateDirectoryAsync(cluster, ct);
        IReadOnlyList<string> authentication = ["--auth-local=trust", "--auth-host=reject"];
        if (OperatingSystem.IsWindows())
        {
            await File.WriteAllTextAsync(home.PasswordFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)), ct);
            authentication = ["--auth=scram-sha-256", "--pwfile=" + home.PasswordFile];
        }

        await ExternalCommand.RequireAsync(
            account.Command(
            [
                programs["initdb"],
                "--pgdata=" + cluster,
                "--username=" + ServerAddress.Superuser,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync",
                "--no-instructions",
                .. authentication,
            ]),
            "make its data directory",
            ct);
        Directory.Move(cluster, home.Cluster);
    }
}
