using System.Buffers;
using System.Security.Cryptography;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>
/// Files of evidence. A file waits on this machine's disk until the command that records it has written its row; then it moves to the
/// storage. A file without an entry does no harm; an entry without file never is.
/// </summary>
public sealed class EvidenceStore
{
    /// <summary>The largest file that comes with a form, in bytes: 25 MB. Larger ones come piece by piece.</summary>
    public const long MaxBytes = 25L * 1024 * 1024;

    private const int PieceLength = 64 * 1024;

    private readonly string _incoming;
    private readonly IFileStorage _storage;
    private readonly TimeProvider _time;

    public EvidenceStore(PortalDatabase where, IFileStorage storage, TimeProvider time)
    {
        _time = time;
        _storage = storage;
        _incoming = Path.Combine(where.DataDirectory, "evidence", "incoming");
    }

    /// <summary>Streams a file in, then hashes and judges what is on the disk. Nothing is left of one that is refused.</summary>
    /// <param name="content">Read to the end unless the file is refused before.</param>
    /// <param name="givenName">The name the sender's computer gave it.</param>
    /// <param name="tenantId">The partnership it will belong to.</param>
    /// <param name="cancellationToken">Stops, and removes what was received.</param>
    public async Task<Receipt> ReceiveAsync(Stream content, string? givenName, int tenantId, CancellationToken cancellationToken)
    {
        var fileName = EvidenceFileName.Safe(givenName);
        if (EvidenceFileType.Claimed(fileName) is not { } type)
        {
            return Receipt.Refused($"The file must be {EvidenceFileType.Accepted}");
        }

        ForgetAbandoned();
        var storageName = FileNames.New();
        var path = IncomingPath(storageName);
        var isGood = false;
        try
        {
            var receipt = await WriteAsync(content, path, NotJudged(tenantId, storageName, fileName, type), type, cancellationToken);
            isGood = receipt.File is not null;
            return receipt;
        }
        finally
        {
            if (!isGood)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Moves a received file into place. Called once its row is written, within the transaction; again does nothing.</summary>
    /// <exception cref="IOException">The storage did not take it.</exception>
    public Task KeepAsync(StoredFile file, CancellationToken cancellationToken) =>
        _storage.KeepAsync(file, IncomingPath(file.StorageName), cancellationToken);

    /// <summary>Removes a file that arrived, or is arriving, and that nothing came to need. One that was kept stays.</summary>
    public void Discard(string? storageName)
    {
        if (storageName is not null)
        {
            File.Delete(IncomingPath(storageName));
        }
    }

    /// <summary>How much of a file that comes piece by piece is here.</summary>
    public long Received(string storageName) => new FileInfo(IncomingPath(storageName)) is { Exists: true } file ? file.Length : 0;

    /// <summary>
    /// Adds the next piece of a file, as far as it comes, and returns how long the file is now. Null where the piece does not begin
    /// where the file ends, or another piece is being added. A connection that breaks loses nothing of what came before.
    /// </summary>
    public async Task<long?> AppendAsync(string storageName, long offset, long length, Stream piece, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_incoming);
        FileStream disk;
        try
        {
            disk = new FileStream(
                IncomingPath(storageName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0,
                FileOptions.Asynchronous);
        }
        catch (IOException) when (File.Exists(IncomingPath(storageName)))
        {
            return null;
        }

        await using (disk)
        {
            if (disk.Length != offset)
            {
                return null;
            }

            disk.Position = offset;
            await CopyAsync(piece, disk, length - offset, cancellationToken);
            disk.Flush(flushToDisk: true);
            return disk.Length;
        }
    }

    /// <summary>Judges a file whose last piece has come, as one that came whole. Nothing is removed.</summary>
    public async Task<Receipt> JudgeAsync(string storageName, string fileName, int tenantId, CancellationToken cancellationToken)
    {
        var type = EvidenceFileType.Claimed(fileName)!;
        await using var disk = new FileStream(
            IncomingPath(storageName), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
        return await JudgeAsync(disk, NotJudged(tenantId, storageName, fileName, type), type, cancellationToken);
    }

    /// <inheritdoc cref="IFileStorage.OlderThanAsync" />
    public Task<IReadOnlyList<string>> OlderThanAsync(int tenantId, DateTimeOffset before, CancellationToken cancellationToken) =>
        _storage.OlderThanAsync(tenantId, before, cancellationToken);

    /// <inheritdoc cref="IFileStorage.RemoveAsync" />
    public Task RemoveAsync(int tenantId, string storageName, CancellationToken cancellationToken) =>
        _storage.RemoveAsync(tenantId, storageName, cancellationToken);

    /// <inheritdoc cref="IFileStorage.OpenAsync" />
    public Task<Stream?> OpenAsync(int tenantId, string storageName, CancellationToken cancellationToken) =>
        _storage.OpenAsync(tenantId, storageName, cancellationToken);

    private static StoredFile NotJudged(int tenantId, string storageName, string fileName, EvidenceFileType type) =>
        new(tenantId, storageName, fileName, type.ContentType, 0, string.Empty);

    private static async Task<Receipt> WriteAsync(
        Stream content, string path, StoredFile file, EvidenceFileType type, CancellationToken cancellationToken)
    {
        await using var disk = Create(path);
        await CopyAsync(content, disk, MaxBytes + 1, cancellationToken);
        if (disk.Length > MaxBytes)
        {
            return Receipt.Refused("The file must be 25 MB or smaller. Make it smaller or split it");
        }

        if (disk.Length == 0)
        {
            return Receipt.Refused("The file is empty. Choose another file");
        }

        var receipt = await JudgeAsync(disk, file, type, cancellationToken);
        disk.Flush(flushToDisk: true);
        return receipt;
    }

    /// <summary>Hashes and judges what is on the disk.</summary>
    private static async Task<Receipt> JudgeAsync(
        FileStream disk, StoredFile file, EvidenceFileType type, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var watch = new ContentWatch();
        var buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        disk.Position = 0;
        try
        {
            for (int read; (read = await disk.ReadAsync(buffer.AsMemory(0, PieceLength), cancellationToken)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                watch.Append(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        var stored = file with
        {
            Size = disk.Length,
            Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
        return await FileJudge.JudgeAsync(disk, stored, type, watch, cancellationToken);
    }

    private static async Task CopyAsync(Stream from, Stream to, long most, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            while (most > 0)
            {
                var read = await StreamedForms.ReadPieceAsync(
                    from, buffer.AsMemory(0, (int)Math.Min(PieceLength, most)), cancellationToken);
                if (read == 0)
                {
                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                most -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string IncomingPath(string storageName) => Path.Combine(_incoming, FileNames.Checked(storageName));

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Removes what a crash left half received a day ago or more.</summary>
    private void ForgetAbandoned()
    {
        Directory.CreateDirectory(_incoming);
        var dayAgo = _time.GetUtcNow().UtcDateTime.AddDays(-1);
        foreach (var old in new DirectoryInfo(_incoming).EnumerateFiles().Where(f => f.LastWriteTimeUtc < dayAgo))
        {
            old.Delete();
        }
    }
}
