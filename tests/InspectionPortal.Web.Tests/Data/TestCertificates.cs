using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InspectionPortal.Web.Tests.Data;

/// <summary>Certificates made for one test.</summary>
internal static class TestCertificates
{
    /// <summary>Writes a new certificate with its private key as a PFX file.</summary>
    public static string Pfx(string folder, string name, string password)
    {
        using var certificate = Make(name);
        var path = Path.Combine(folder, $"{name}.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
        return path;
    }

    /// <summary>Writes a new certificate and its private key as two PEM files, as a web server takes them.</summary>
    public static (string Certificate, string Key) Pem(string folder, string host)
    {
        using var certificate = Make(host);
        using var key = certificate.GetRSAPrivateKey()!;
        var files = (Certificate: Path.Combine(folder, $"{host}.crt"), Key: Path.Combine(folder, $"{host}.key"));
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    private static X509Certificate2 Make(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }
}
