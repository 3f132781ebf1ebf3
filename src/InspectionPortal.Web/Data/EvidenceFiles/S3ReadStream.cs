using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>
/// An object that is read from wherever its reader wants: the part from there on is asked for when the first byte of it is read, and
/// nothing of it is kept. So a download that goes on after a broken connection costs what is left of it.
/// </summary>
internal sealed class S3ReadStream(IAmazonS3 client, string bucket, string key, long length) : Stream
{
    private GetObjectResponse? _part;
    private long _at;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            if (_part is null || _at != _position)
            {
                _part?.Dispose();
                var range = new ByteRange(_position, length - 1);
                _part = await client.GetObjectAsync(
                    new GetObjectRequest { BucketName = bucket, Key = key, ByteRange = range }, cancellationToken);
                _at = _position;
            }

            var read = await _part.ResponseStream.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException("The object storage ended a file before its end.");
            }

            _at += read;
            _position += read;
            return read;
        }
        catch (Exception failed) when (failed is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException("The object storage stopped in the middle of a file.", failed);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Files of the object storage are read without blocking a thread.");

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _part?.Dispose();
        }

        base.Dispose(disposing);
    }
}
