using System.Globalization;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>Files in the data folder, a folder for each partnership.</summary>
public sealed class DiskFileStorage(PortalDatabase where) : IFileStorage
{
    private readonly string _root = Path.Combine(where.DataDirectory, "evidence");

    public Task KeepAsync(StoredFile file, string path, CancellationToken cancellationToken)
    {
        var to = PathOf(file.TenantId, file.StorageName);
        if (!File.Exists(path) && File.Exists(to))
        {
            return Task.CompletedTask;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(path, to);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(int tenantId, string storageName, CancellationToken cancellationToken)
    {
        var path = PathOf(tenantId, storageName);
        const FileOptions options = FileOptions.Asynchronous | FileOptions.SequentialScan;
        return Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, options)
            : null);
    }

    public Task<IReadOnlyList<string>> OlderThanAsync(int tenantId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(Folder(tenantId));
        return Task.FromResult<IReadOnlyList<string>>(folder.Exists
            ? [.. folder.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime && FileNames.IsOurs(f.Name))
                .Select(f => f.Name)]
            : []);
    }

    public Task RemoveAsync(int tenantId, string storageName, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(tenantId, storageName));
        return Task.CompletedTask;
    }

    private string PathOf(int tenantId, string storageName) => Path.Combine(Folder(tenantId), FileNames.Checked(storageName));

    private string Folder(int tenantId) => Path.Combine(_root, tenantId.ToString(CultureInfo.InvariantCulture));
}
