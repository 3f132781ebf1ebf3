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
    /// <summary>The largest file, in bytes: 25 MB.</summary>
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

    /// <summary>Streams a file in, counting, hashing and judging it as it passes. Nothing is left of one that is refused.</summary>
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
        var storageName = Guid.NewGuid().ToString("N");
        var path = Path.Combine(_incoming, storageName);
        var isGood = false;
        try
        {
            var receipt = await WriteAsync(content, path, new StoredFile(tenantId, storageName, fileName, type.ContentType, 0, string.Empty), type, cancellationToken);
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
        var (from, to) = (Path.Combine(_incoming, file.StorageName), PathOf(file.TenantId, file.StorageName));
        if (!File.Exists(from) && File.Exists(to))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to);
    }

    /// <summary>Removes a received file that nothing came to need. One that was kept stays.</summary>
    public void Discard(StoredFile file) => File.Delete(Path.Combine(_incoming, file.StorageName));

    /// <summary>Opens a kept file of this partnership for reading; null where it is not there.</summary>
    public FileStream? Open(int tenantId, string storageName)
    {
        var path = PathOf(tenantId, storageName);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null;
    }

    private static async Task<Receipt> WriteAsync(
        Stream content, string path, StoredFile file, EvidenceFileType type, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var watch = new ContentWatch();
        var buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        var size = 0L;
        try
        {
            await using var disk = Create(path);
            for (int read; (read = await StreamedForms.ReadPieceAsync(content, buffer.AsMemory(0, PieceLength), cancellationToken)) > 0;)
            {
                size += read;
                if (size > MaxBytes)
                {
                    return Receipt.Refused("The file must be 25 MB or smaller. Make it smaller or split it");
                }

                hash.AppendData(buffer, 0, read);
                watch.Append(buffer.AsSpan(0, read));
                await disk.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            if (size == 0)
            {
                return Receipt.Refused("The file is empty. Choose another file");
            }

            if (!watch.LooksLike(type.Content)
                || (type.Content is EvidenceContent.Word or EvidenceContent.Excel && !await OfficePackage.IsAsync(disk, type.Content, cancellationToken)))
            {
                return Receipt.Refused(Mismatch(type));
            }

            disk.Flush(flushToDisk: true);
            return new Receipt(file with { Size = size, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) }, null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Mismatch(EvidenceFileType type) => type.Content switch
    {
        EvidenceContent.Word or EvidenceContent.Excel =>
            $"The file is not a real {type.Extensions[0]} file, or it has macros. Save it as {type.Extensions[0]} without macros and choose it again. The file must be {EvidenceFileType.Accepted}",
        EvidenceContent.Text =>
            $"The file is not plain text. Save it as {type.Extensions[0]} in UTF-8 and choose it again. The file must be {EvidenceFileType.Accepted}",
        _ => $"The file is not a real {type.Extensions[0]} file. Choose the right file. The file must be {EvidenceFileType.Accepted}",
    };

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
