using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>
/// Files of evidence on disk, a folder a partnership. A file waits in a folder of its own until the command that records
/// it has written its row; then it moves into place. A file without an entry does no harm; an entry without file never is.
/// </summary>
public sealed partial class EvidenceStore
{
    /// <summary>The largest file that comes with a form, in bytes: 25 MB. Larger ones come piece by piece.</summary>
    public const long MaxBytes = 25L * 1024 * 1024;

    private const int PieceLength = 64 * 1024;

    private readonly string _root;
    private readonly string _incoming;
    private readonly TimeProvider _time;

    public EvidenceStore(PortalDatabase where, TimeProvider time)
    {
        _time = time;
        _root = Path.Combine(where.DataDirectory, "evidence");
        _incoming = Path.Combine(_root, "incoming");
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
        var storageName = NewName();
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
    public void Keep(StoredFile file)
    {
        var (from, to) = (IncomingPath(file.StorageName), PathOf(file.TenantId, file.StorageName));
        if (!File.Exists(from) && File.Exists(to))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to);
    }

    /// <summary>A name that nobody chose.</summary>
    public static string NewName() => Guid.NewGuid().ToString("N");

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

    /// <summary>Names of the kept files of a partnership that were last written before a moment.</summary>
    public IReadOnlyList<string> OlderThan(int tenantId, DateTimeOffset before)
    {
        var folder = new DirectoryInfo(Path.Combine(_root, tenantId.ToString(CultureInfo.InvariantCulture)));
        return folder.Exists
            ? [.. folder.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime && OurName().IsMatch(f.Name))
                .Select(f => f.Name)]
            : [];
    }

    /// <summary>Removes a kept file for good.</summary>
    public void Remove(int tenantId, string storageName) => File.Delete(PathOf(tenantId, storageName));

    /// <summary>Opens a kept file of this partnership for reading; null where it is not there.</summary>
    public FileStream? Open(int tenantId, string storageName)
    {
        var path = PathOf(tenantId, storageName);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null;
    }

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

    private string IncomingPath(string storageName) => OurName().IsMatch(storageName)
        ? Path.Combine(_incoming, storageName)
        : throw new ArgumentException("Not a name that the portal gave.", nameof(storageName));

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

    private string PathOf(int tenantId, string storageName) => OurName().IsMatch(storageName)
        ? Path.Combine(_root, tenantId.ToString(CultureInfo.InvariantCulture), storageName)
        : throw new ArgumentException("Not a name that the portal gave.", nameof(storageName));

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex OurName();
}
