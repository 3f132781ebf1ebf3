using System.Security.Cryptography;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace InspectionPortal.Web.Tests.Data;

/// <summary>The keys of cookies and links, as they lie in the database.</summary>
public sealed class DataProtectionKeysTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Certificate_Replaced_StillOpensWhatTheOldOneProtectedButOnlyWhereItIsNamed()
    {
        await EmptyAsync();
        var old = TestCertificates.Pfx(portal.DataDirectory, "old", "one");
        var next = TestCertificates.Pfx(portal.DataDirectory, "next", "two");

        var sealedText = Protector(Settings(old, "one")).Protect("a session");
        var rows = await RowsAsync();
        Assert.NotEmpty(rows);
        Assert.All(rows, xml =>
        {
            Assert.Contains("EncryptedXmlDecryptor", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
        });

        var both = Settings(next, "two").Append(("Old:0:Certificate", old)).Append(("Old:0:CertificatePassword", "one")).ToArray();
        Assert.Equal("a session", Protector(both).Unprotect(sealedText));
        Assert.Throws<CryptographicException>(() => Protector(Settings(next, "two")).Unprotect(sealedText));
    }

    [Fact]
    public async Task Certificate_Missing_StoresNoKeyOutsideDevelopment()
    {
        await EmptyAsync();

        Assert.ThrowsAny<Exception>(() => Protector([]).Protect("a session"));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Key_InPlainText_IsNotUsedOutsideDevelopment()
    {
        await EmptyAsync();
        var sealedText = Protector([], Environments.Development).Protect("a session");
        Assert.Contains("masterKey", Assert.Single(await RowsAsync()), StringComparison.Ordinal);

        var protector = Protector(Settings(TestCertificates.Pfx(portal.DataDirectory, "third", "three"), "three"));

        Assert.Throws<CryptographicException>(() => protector.Unprotect(sealedText));
        Assert.Single(await RowsAsync(), xml => xml.Contains("EncryptedXmlDecryptor", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", "is not set")]
    [InlineData("nowhere.pfx", "x", "nowhere.pfx cannot be read")]
    [InlineData("wrong", "not the password", "wrong.pfx cannot be read")]
    public void Problem_CertificateThatCannotBeUsed_IsNamed(string name, string password, string expected)
    {
        var path = name == "wrong" ? TestCertificates.Pfx(portal.DataDirectory, name, "right") : name;
        var options = new KeyProtectionOptions { Certificate = path, CertificatePassword = password };

        Assert.Contains(expected, DataProtectionKeys.Problem(options, isNeeded: true), StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Settings(string certificate, string password) =>
        [("Certificate", certificate), ("CertificatePassword", password)];

    private IDataProtector Protector((string Name, string Value)[] settings, string environment = "Production")
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"DataProtection:{s.Name}", (string?)s.Value))).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddPortalKeys(configuration, new Place { EnvironmentName = environment });
        services.AddScoped(_ => portal.Host.Services.CreateScope().ServiceProvider.GetRequiredService<PortalDbContext>());
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    private Task<List<string>> RowsAsync() =>
        portal.Data.OnPlatformAsync(database => database.DataProtectionKeys.Select(k => k.Xml!).ToListAsync());

    private async Task EmptyAsync()
    {
        await using var owner = new Npgsql.NpgsqlConnection(portal.OwnerConnection);
        await owner.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("delete from data_protection_keys", owner);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Place : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }
        public string ApplicationName { get; set; } = "InspectionPortal";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
