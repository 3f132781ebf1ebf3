using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Archives;

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
