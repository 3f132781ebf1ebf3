using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>
/// A zip that is written from front to back, hashing each file as it passes; never more than a buffer of it is in memory.
/// </summary>
public sealed class ArchivePackage : IAsyncDisposable
{
    private readonly Stream _disk;
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _at;
    private readonly List<ArchiveEntry> _entries = [];

    /// <param name="disk">Written to, and closed with the package.</param>
    /// <param name="at">The time that every file in it bears.</param>
    public ArchivePackage(Stream disk, DateTimeOffset at)
    {
        _disk = disk;
        _at = at;
        _zip = new ZipArchive(disk, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    }

    public IReadOnlyList<ArchiveEntry> Entries => _entries;

    /// <summary>Adds one file.</summary>
    /// <param name="path">Within the archive.</param>
    /// <param name="write">Writes it, and says how many rows it has where it is a table.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    public async Task<ArchiveEntry> AddAsync(string path, Func<Stream, Task<int?>> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = _zip.CreateEntry(path, CompressionLevel.Fastest);
        place.LastWriteTime = _at;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int? rows;
        long size;
        await using (var inner = await place.OpenAsync(cancellationToken))
        {
            await using var counting = new CountingStream(inner, hash);
            rows = await write(counting);
            await counting.FlushAsync(cancellationToken);
            size = counting.Count;
        }

        var entry = new ArchiveEntry(path, Convert.ToHexStringLower(hash.GetHashAndReset()), size, rows);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Adds a text in UTF-8.</summary>
    public Task<ArchiveEntry> AddTextAsync(string path, string text, CancellationToken cancellationToken) => AddAsync(
        path,
        async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            return null;
        },
        cancellationToken);

    /// <summary>Writes the zip's own table of contents and hashes the whole.</summary>
    /// <returns>Size in bytes and SHA-256 in lower-case hexadecimal.</returns>
    public async Task<(long Size, string Sha256)> CompleteAsync(CancellationToken cancellationToken)
    {
        await _zip.DisposeAsync();
        await _disk.FlushAsync(cancellationToken);
        (_disk as FileStream)?.Flush(flushToDisk: true);
        _disk.Position = 0;
        var hash = await SHA256.HashDataAsync(_disk, cancellationToken);
        return (_disk.Length, Convert.ToHexStringLower(hash));
    }

    /// <summary>Closes the file. One that was not completed is no zip: its table of contents is missing.</summary>
    public ValueTask DisposeAsync() => _disk.DisposeAsync();

    /// <summary>Counts and hashes what is written through it.</summary>
    private sealed class CountingStream(Stream inner, IncrementalHash hash) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Took(buffer);
            inner.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Took(buffer.Span);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        private void Took(ReadOnlySpan<byte> buffer)
        {
            Count += buffer.Length;
            hash.AppendData(buffer);
        }
    }
}
