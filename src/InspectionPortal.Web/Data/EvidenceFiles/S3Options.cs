namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>An object storage that speaks the S3 protocol, and how to reach it.</summary>
public sealed class S3Options
{
    /// <summary>The bucket. It must exist. Empty where files are kept on disk.</summary>
    public string? Bucket { get; set; }

    /// <summary>The storage's address, such as <c>https://s3.example.net</c>. Empty for Amazon's, in <see cref="Region"/>.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Amazon's region, such as <c>eu-west-2</c>. Other storages mostly take any.</summary>
    public string Region { get; set; } = "eu-west-2";

    /// <summary>The access key. Empty where the machine has a role of its own.</summary>
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key.</summary>
    public string? SecretKey { get; set; }

    /// <summary>What the names of objects start with, where several portals share a bucket.</summary>
    public string Prefix { get; set; } = string.Empty;

    /// <summary>True where files go to the object storage.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Bucket);

    /// <summary>What is wrong with the settings; null where nothing is.</summary>
    public string? Problem => this switch
    {
        { IsConfigured: false, ServiceUrl: null, AccessKey: null, SecretKey: null } => null,
        { IsConfigured: false } => "Evidence:S3:Bucket must name the bucket that keeps the files of evidence.",
        { ServiceUrl: { } url } when !(Uri.TryCreate(url, UriKind.Absolute, out var at) && at.Scheme is "http" or "https") =>
            "Evidence:S3:ServiceUrl must be the address of the storage, such as https://s3.example.net.",
        _ when string.IsNullOrEmpty(AccessKey) != string.IsNullOrEmpty(SecretKey) =>
            "Evidence:S3:AccessKey and Evidence:S3:SecretKey must be set together.",
        _ => null,
    };
}
