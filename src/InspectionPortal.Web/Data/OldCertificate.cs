namespace InspectionPortal.Web.Data;

/// <summary>A certificate that a newer one has replaced.</summary>
public sealed class OldCertificate
{
    /// <summary>Path of the file.</summary>
    public string? Certificate { get; set; }

    /// <summary>The file's password, where it has one.</summary>
    public string? CertificatePassword { get; set; }
}
