using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Data;

/// <summary>
/// Registers the keys of cookies, forms and links. They are kept in the database, encrypted by a certificate that is not, so
/// that a copy of the database signs nobody in. Outside Development a key is never written without it, nor read if it was.
/// </summary>
public static class DataProtectionKeys
{
    public static IServiceCollection AddPortalKeys(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = KeyProtectionOptions.From(configuration);
        var mayBePlain = environment.IsDevelopment();
        var keys = services.AddDataProtection().SetApplicationName("InspectionPortal");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = ActivatorUtilities.CreateInstance<DataProtectionKeyStore>(provider, mayBePlain)));
        if (settings.Certificate is { Length: > 0 } path)
        {
            keys.ProtectKeysWithCertificate(Load(path, settings.CertificatePassword));
            keys.UnprotectKeysWithAnyCertificate([.. settings.Old.Select(o => Load(o.Certificate ?? string.Empty, o.CertificatePassword))]);
        }
        else if (!mayBePlain)
        {
            services.Configure<KeyManagementOptions>(options => options.XmlEncryptor = new RefusingEncryptor());
        }

        return services;
    }

    /// <summary>What is wrong with the certificates, in one sentence; null where nothing is.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="isNeeded">True where the portal may not run without a certificate.</param>
    public static string? Problem(KeyProtectionOptions settings, bool isNeeded)
    {
        if (string.IsNullOrEmpty(settings.Certificate))
        {
            return isNeeded
                ? "DataProtection:Certificate is not set: give the path of a PFX or PEM file with an RSA private key, which encrypts the keys of cookies and links."
                : null;
        }

        var files = settings.Old.Select(o => (Name: "DataProtection:Old", o.Certificate, o.CertificatePassword))
            .Prepend((Name: "DataProtection:Certificate", settings.Certificate, settings.CertificatePassword));
        foreach (var (name, path, password) in files)
        {
            try
            {
                using var certificate = Load(path ?? string.Empty, password);
                using var key = certificate.GetRSAPrivateKey();
                if (key is null)
                {
                    return $"{name}: the file {path} holds no RSA private key.";
                }
            }
            catch (Exception broken) when (broken is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
            {
                return $"{name}: the file {path} cannot be read as a certificate with its private key ({broken.Message.TrimEnd('.')}).";
            }
        }

        return null;
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        if (!path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }

        return string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
    }
}
