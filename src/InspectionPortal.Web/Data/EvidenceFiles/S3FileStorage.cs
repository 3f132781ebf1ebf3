using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>
/// Files in an object storage that speaks the S3 protocol, an object each: <c>prefix/tenant/name</c>. An object appears when its last
/// byte has come, so it is whole or not there. The request is signed over the hash of the file: bytes that change on the way are refused.
/// </summary>
public sealed class S3FileStorage : IFileStorage, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly string _bucket;
    private readonly string _prefix;

    public S3FileStorage(S3Options options)
    {
        var config = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            ForcePathStyle = options.ServiceUrl is not null,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.ServiceUrl is null)
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }
        else
        {
            config.ServiceURL = options.ServiceUrl;
        }

        _client = options.AccessKey is null ? new AmazonS3Client(config) : new AmazonS3Client(options.AccessKey, options.SecretKey, config);
        _bucket = options.Bucket!;
        _prefix = options.Prefix.Trim('/') is { Length: > 0 } prefix ? prefix + "/" : string.Empty;
    }

    public Task KeepAsync(StoredFile file, string path, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var key = Key(file.TenantId, file.StorageName);
        if (!File.Exists(path) && await LengthAsync(key, cancellationToken) == file.Size)
        {
            return true;
        }

        await _client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = _bucket,
                Key = key,
                FilePath = path,
                ContentType = file.ContentType,
                UseChunkEncoding = false,
            },
            cancellationToken);
        var kept = await LengthAsync(key, cancellationToken);
        if (kept != file.Size)
        {
            await _client.DeleteObjectAsync(_bucket, key, cancellationToken);
            throw new IOException($"The object storage kept {kept} of {file.Size} bytes.");
        }

        File.Delete(path);
        return true;
    });

    public Task<Stream?> OpenAsync(int tenantId, string storageName, CancellationToken cancellationToken) => AskAsync<Stream?>(async () =>
    {
        var key = Key(tenantId, storageName);
        return await LengthAsync(key, cancellationToken) is { } length ? new S3ReadStream(_client, _bucket, key, length) : null;
    });

    public Task<IReadOnlyList<string>> OlderThanAsync(int tenantId, DateTimeOffset before, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<string>>(async () =>
        {
            var folder = Folder(tenantId);
            var names = new List<string>();
            var pages = _client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = _bucket, Prefix = folder });
            await foreach (var found in pages.S3Objects.WithCancellation(cancellationToken))
            {
                var name = found.Key[folder.Length..];
                if (found.LastModified?.ToUniversalTime() < before.UtcDateTime && FileNames.IsOurs(name))
                {
                    names.Add(name);
                }
            }

            return names;
        });

    public Task RemoveAsync(int tenantId, string storageName, CancellationToken cancellationToken) =>
        AskAsync(() => _client.DeleteObjectAsync(_bucket, Key(tenantId, storageName), cancellationToken));

    public void Dispose() => _client.Dispose();

    /// <summary>How long an object is, in bytes; null where it is not there.</summary>
    private async Task<long?> LengthAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.GetObjectMetadataAsync(_bucket, key, cancellationToken)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Whoever keeps or reads files need not know which storage it was that failed.</summary>
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failed) when (failed is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException("The object storage did not do what it was asked.", failed);
        }
    }

    private string Key(int tenantId, string storageName) => Folder(tenantId) + FileNames.Checked(storageName);

    private string Folder(int tenantId) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}{tenantId}/");
}
