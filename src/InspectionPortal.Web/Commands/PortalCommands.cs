using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Commands.Analysing;
using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Commands;

/// <summary>
/// The verbs after <c>--</c>. Exit 0 on success, 1 on bad input with one clear line on standard error, 2 on wrong usage.
/// </summary>
public static class PortalCommands
{
    public const int Done = 0;
    public const int BadInput = 1;
    public const int WrongUsage = 2;

    private const string Usage =
        "Usage: migrate [--script] | seed [--from DIR] | administrator EMAIL [--take-over]"
        + " | import FILE --tenant SLUG [--dry-run] [--json]"
        + " | archive SLUG --to FILE | archive restore FILE --slug SLUG [--name NAME] [--sha256 HASH]"
        + " | analyse [FILE] [--json] | audit verify [--tenant SLUG] | pack verify FILE. "
        + "Without a command, the portal starts.";

    private static readonly string[] Verbs = ["migrate", "seed", "administrator", "import", "archive", "audit"];

    /// <summary>True where the arguments ask for a verb rather than for the portal.</summary>
    public static bool IsVerb(string[] args) => args.Length > 0 && Verbs.Contains(args[0], StringComparer.Ordinal);

    /// <summary>The verb that the arguments ask for; null where they ask for the portal.</summary>
    public static string? Verb(string[] args) => IsVerb(args) ? args[0] : null;

    /// <summary>True for a verb that needs neither the portal nor its database, so that neither is started.</summary>
    public static bool NeedsNoPortal(string[] args) => args is [AnalyseCommand.Verb, ..] or [PackVerb.Name, ..];

    /// <summary>Runs such a verb.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAloneAsync(string[] args)
    {
        if (args is [PackVerb.Name, _, var pack])
        {
            return await PackVerb.VerifyAsync(pack, Console.Out, Console.Error) ? Done : BadInput;
        }

        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        return AnalyseCommand.TryParse(args[1..], out var file) ? await AnalyseCommand.RunAsync(file, input, output, Console.Error) : WrongUsage;
    }

    /// <summary>What is wrong with the way it was called, in one line; null where nothing is.</summary>
    public static string? UsageError(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return null;
        }

        return args switch
        {
            ["migrate"] or ["migrate", "--script"] or ["seed"] or ["seed", "--from", _] or ["archive", _, "--to", _]
                or ["audit", "verify"] or ["audit", "verify", "--tenant", _] or [PackVerb.Name, "verify", _] => null,
            _ when AdministratorVerb.Fits(args) => null,
            ["archive", "restore", .. var rest] when RestoreVerb.Parse(rest) is not null => null,
            [AnalyseCommand.Verb, .. var rest] when AnalyseCommand.TryParse(rest, out _) => null,
            ["import", .. var rest] when ImportCommand.Parse(rest) is not null => null,
            _ => Usage,
        };
    }

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        var schema = scope.ServiceProvider.GetRequiredService<SchemaMigrator>();
        try
        {
            if (args[0] != "migrate")
            {
                await DevelopmentStart.PrepareVerbAsync(services, needsPartnership: args[0] is "import" or "archive" or "audit");
            }

            switch (args)
            {
                case ["migrate", "--script"]:
                    Console.WriteLine(schema.CreateScript());
                    return Done;
                case ["migrate"]:
                    var applied = await schema.MigrateAsync(CancellationToken.None);
                    Console.WriteLine(applied.Count == 0 ? "The schema is up to date." : $"Applied {string.Join(", ", applied)}.");
                    return Done;
                case [AdministratorVerb.Name, var email, ..]:
                    Console.WriteLine(await ActivatorUtilities.CreateInstance<AdministratorVerb>(scope.ServiceProvider)
                        .RunAsync(email, takeOver: args.Length == 3, CancellationToken.None));
                    return Done;
                case ["archive", "restore", .. var rest] when RestoreVerb.Parse(rest) is { } restore:
                    Console.WriteLine(await restore.RunAsync(services, CancellationToken.None));
                    return Done;
                case ["archive", var slug, _, var file]:
                    Console.WriteLine(await ArchiveVerb.RunAsync(services, slug, file));
                    return Done;
                case ["audit", "verify", .. var which]:
                    return await AuditVerb.RunAsync(services, which is [_, var only] ? only : null, Console.Out, Console.Error) ? Done : BadInput;
                case ["import", .. var rest]:
                    await ImportCommand.Parse(rest)!.RunAsync(services, CancellationToken.None);
                    return Done;
                default:
                    await SeedAsync(services, args.Length == 3 ? args[2] : null);
                    return Done;
            }
        }
        catch (Exception exception) when (exception is SeedException or ImportException or InvalidOperationException or Npgsql.NpgsqlException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message.ReplaceLineEndings(" "));
            return BadInput;
        }
    }

    private static async Task SeedAsync(IServiceProvider services, string? from)
    {
        var environment = services.GetRequiredService<IHostEnvironment>();
        var folder = from ?? Path.Combine(PortalDatabase.RepositoryRoot(environment.ContentRootPath), "tenants-seed");
        if (!Directory.Exists(folder))
        {
            throw new SeedException($"There is no folder {folder}.");
        }

        var password = environment.IsDevelopment() ? services.GetRequiredService<IConfiguration>()["Demo:Password"] : null;
        await DevelopmentStart.SeedAsync(services, new SeedFiles(folder), password);
        Console.WriteLine($"Seeded from {folder}.");
    }
}
