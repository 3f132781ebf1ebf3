using System.Globalization;
using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>
/// Archives on disk, a folder a partnership. One that is being made stands in the folder under the number of its attempt and
/// takes the job's name when it is whole.
/// </summary>
public sealed class ArchiveStore(PortalDatabase where, TimeProvider time)
{
    private const string Whole = ".zip";
    private const string Part = ".part";

    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly string _root = Path.Combine(where.DataDirectory, "archives");

    /// <summary>A new file for an attempt, readable by the portal alone.</summary>
    public FileStream Create(int tenantId, Guid attempt)
    {
        Directory.CreateDirectory(Folder(tenantId));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(PathOf(tenantId, attempt, Part), options);
    }

    /// <summary>Gives the attempt's file its job's name, over what an earlier attempt left; again does nothing.</summary>
    public void Keep(int tenantId, Guid attempt, Guid jobId)
    {
        var (from, to) = (PathOf(tenantId, attempt, Part), PathOf(tenantId, jobId, Whole));
        if (File.Exists(from) || !File.Exists(to))
        {
            File.Move(from, to, overwrite: true);
        }
    }

    /// <summary>Removes what an attempt left half made.</summary>
    public void Discard(int tenantId, Guid attempt) => Delete(PathOf(tenantId, attempt, Part));

    /// <summary>Removes an archive; nothing where there is none.</summary>
    public void Remove(int tenantId, Guid jobId) => Delete(PathOf(tenantId, jobId, Whole));

    /// <summary>Opens an archive of this partnership; null where it is not there.</summary>
    public FileStream? Open(int tenantId, Guid jobId)
    {
        var path = PathOf(tenantId, jobId, Whole);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous)
            : null;
    }

    /// <summary>Removes files that belong to no row, and what crashes left half made a day ago or more.</summary>
    /// <returns>How many.</returns>
    public int RemoveStrays(int tenantId, IReadOnlySet<Guid> known)
    {
        var folder = new DirectoryInfo(Folder(tenantId));
        if (!folder.Exists)
        {
            return 0;
        }

        var before = time.GetUtcNow().UtcDateTime - Abandoned;
        var strays = folder.EnumerateFiles()
            .Where(f => f.LastWriteTimeUtc < before && !(f.Extension == Whole && Guid.TryParse(Path.GetFileNameWithoutExtension(f.Name), out var id) && known.Contains(id)))
            .ToList();
        strays.ForEach(f => f.Delete());
        return strays.Count;
    }

    private static void Delete(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private string Folder(int tenantId) => Path.Combine(_root, tenantId.ToString(CultureInfo.InvariantCulture));

    private string PathOf(int tenantId, Guid id, string ending) => Path.Combine(Folder(tenantId), $"{id:N}{ending}");
}
