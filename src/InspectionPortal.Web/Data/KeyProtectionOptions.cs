namespace InspectionPortal.Web.Data;

/// <summary>
/// What encrypts the keys of cookies and links where they are stored; section <c>DataProtection</c> of the configuration.
/// </summary>
public sealed class KeyProtectionOptions
{
    public const string Section = "DataProtection";

    /// <summary>Path of the certificate with its RSA private key: a PFX file, or a PEM file that holds both.</summary>
    public string? Certificate { get; set; }

    /// <summary>The file's password, where it has one.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Certificates used before, which still open the keys that they encrypted.</summary>
    public IList<OldCertificate> Old { get; } = [];

    /// <summary>Reads the section; empty where there is none.</summary>
    public static KeyProtectionOptions From(IConfiguration configuration)
    {
        var options = new KeyProtectionOptions();
        configuration.GetSection(Section).Bind(options);
        return options;
    }
}
