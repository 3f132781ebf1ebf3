namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// Stands between the zip writer and a response. The writer ends each file with a few bytes for which it does not wait, and a response
/// only takes what is waited for: those bytes are kept until the next write.
/// </summary>
internal sealed class AwaitedStream(Stream inner) : Stream
{
    private readonly MemoryStream _late = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _late.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _late.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendLateAsync(cancellationToken);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>Nothing: what was kept goes with the next write that is waited for.</summary>
    public override void Flush()
    {
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendLateAsync(cancellationToken);
        await inner.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _late.Dispose();
        base.Dispose(disposing);
    }

    private async Task SendLateAsync(CancellationToken cancellationToken)
    {
        if (_late.Length > 0)
        {
            await inner.WriteAsync(_late.GetBuffer().AsMemory(0, (int)_late.Length), cancellationToken);
            _late.SetLength(0);
        }
    }
}
