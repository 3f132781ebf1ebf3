namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>
/// Where files of evidence are kept, apart from those that are still arriving. A file is there whole or not at all. Names are ours
/// and never chosen by a person. Whoever asks names the partnership, and gets files of that partnership only.
/// </summary>
public interface IFileStorage
{
    /// <summary>Keeps the file at a path on this machine, and removes it there. Again does nothing.</summary>
    /// <exception cref="IOException">It could not be kept. The file at the path is still there.</exception>
    Task KeepAsync(StoredFile file, string path, CancellationToken cancellationToken);

    /// <summary>Opens a kept file for reading from any position. Null where it is not there.</summary>
    /// <exception cref="IOException">The storage does not answer.</exception>
    Task<Stream?> OpenAsync(int tenantId, string storageName, CancellationToken cancellationToken);

    /// <summary>Names of the kept files of a partnership that were last written before a moment.</summary>
    /// <exception cref="IOException">The storage does not answer.</exception>
    Task<IReadOnlyList<string>> OlderThanAsync(int tenantId, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes a kept file for good. Again does nothing.</summary>
    /// <exception cref="IOException">The storage does not answer.</exception>
    Task RemoveAsync(int tenantId, string storageName, CancellationToken cancellationToken);
}
