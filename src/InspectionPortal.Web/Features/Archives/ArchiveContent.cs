using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Whose archive, as at when, by whom.</summary>
public sealed record ArchiveAbout(Partnership Partnership, DateTimeOffset At, string? By);

/// <summary>An evidence file that the rows speak of.</summary>
public sealed record ArchiveFile(Guid ItemId, int Number, string FileName, string StorageName, string Sha256, ScanResult Scan);

/// <summary>A file that could not be put in, or is not what its row says, and why.</summary>
public sealed record ArchiveGap(Guid ItemId, int Number, string FileName, string Why);

/// <summary>What was come across while the rows were written.</summary>
public sealed class ArchiveContent(ArchiveAbout about)
{
    private const int TellEvery = 500;

    public ArchiveAbout About { get; } = about;

    public int StepsDone { get; set; }

    public int StepsTotal { get; set; }

    /// <summary>Accounts that rows name.</summary>
    public HashSet<Guid> People { get; } = [];

    /// <summary>Scrutiny bodies that grants name.</summary>
    public HashSet<Guid> Bodies { get; } = [];

    /// <summary>Files by the id of their row, so that a table read twice lists each once.</summary>
    public Dictionary<Guid, ArchiveFile> Files { get; } = [];

    public List<ArchiveGap> Gaps { get; } = [];

    /// <summary>Passes the rows on, noting whom and what they name, and calls <paramref name="told"/> now and then.</summary>
    public async IAsyncEnumerable<object> NotingAsync(ArchiveTable table, IAsyncEnumerable<object> rows, Func<Task> told)
    {
        var count = 0;
        var people = table.Columns.Where(c => c.IsPerson).ToList();
        var bodies = table.Columns.Where(c => c.IsBody).ToList();
        await foreach (var row in rows)
        {
            People.UnionWith(people.Select(c => c.Read(row)).OfType<Guid>());
            Bodies.UnionWith(bodies.Select(c => c.Read(row)).OfType<Guid>());
            if (row is EvidenceVersion { StorageName: { } storageName } version)
            {
                Files[version.Id] = new ArchiveFile(
                    version.ItemId, version.Number, version.FileName ?? "file", storageName, version.Sha256, version.Scan);
            }

            yield return row;
            if (++count % TellEvery == 0)
            {
                await told();
            }
        }
    }
}

/// <summary>Somebody whom the rows name.</summary>
public sealed record ArchivePerson(Guid Id, string Name, string? Email, bool IsMember)
{
    public static IReadOnlyList<IArchiveColumn> Columns { get; } =
    [
        new MadeColumn<ArchivePerson>("id", p => p.Id.ToString()), new MadeColumn<ArchivePerson>("name", p => p.Name),
        new MadeColumn<ArchivePerson>("email", p => p.Email), new MadeColumn<ArchivePerson>("isMember", p => p.IsMember ? "true" : "false"),
    ];
}

/// <summary>A scrutiny body that was given access.</summary>
public sealed record ArchiveBody(Guid Id, string Name, string ShortName)
{
    public static IReadOnlyList<IArchiveColumn> Columns { get; } =
    [
        new MadeColumn<ArchiveBody>("id", b => b.Id.ToString()), new MadeColumn<ArchiveBody>("name", b => b.Name),
        new MadeColumn<ArchiveBody>("shortName", b => b.ShortName),
    ];
}
