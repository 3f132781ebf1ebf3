using System.IO.Compression;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Tests.Features.Evidence;

namespace InspectionPortal.Web.Tests.Data.EvidenceFiles;

public sealed class PackageReaderTests
{
    [Fact]
    public async Task Read_ZipOfFourGigabytes_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = Zip(("[Content_Types].xml", "<x/>"u8.ToArray()), ("word/document.xml", Claiming(4L << 30)));
        PatchLength(bomb, 4L << 30);

        var before = GC.GetTotalAllocatedBytes();
        var refused = await Assert.ThrowsAsync<BadPackageException>(() => ReadAsync(bomb));

        Assert.Contains("unpack to far more", refused.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task Read_BombWithinADocument_IsRefused()
    {
        // 200 MB of zeros pack into 200 kB; in a zip within a Word file.
        var inner = Zip(("zeros.bin", new byte[200 << 20]));
        Assert.InRange(inner.Length, 1, 1 << 20);

        var refused = await Assert.ThrowsAsync<BadPackageException>(
            () => ReadAsync(Zip(("[Content_Types].xml", "<x/>"u8.ToArray()), ("word/document.xml", "<x/>"u8.ToArray()), ("word/embeddings/a.zip", inner))));

        Assert.Contains("unpack to far more", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ZipInZipInZip_IsRefused()
    {
        var zip = Zip(("a.txt", "a"u8.ToArray()));
        for (var i = 0; i < 2; i++)
        {
            zip = Zip(($"{i}.zip", zip));
            await ReadAsync(zip);
        }

        await Assert.ThrowsAsync<BadPackageException>(() => ReadAsync(Zip(("last.zip", zip))));
    }

    [Fact]
    public async Task Read_EntryThatLiesAboutItsLength_IsRefused()
    {
        var bytes = Zip(("a.bin", [.. Enumerable.Range(0, 100_000).Select(i => (byte)((i * 7919) >> 5))]));
        PatchLength(bytes, 10);

        Assert.Contains("wrong sizes", (await Assert.ThrowsAsync<BadPackageException>(() => ReadAsync(bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TooManyFiles_IsRefused() => await Assert.ThrowsAsync<BadPackageException>(
        () => ReadAsync(Zip([.. Enumerable.Range(0, 2001).Select(i => ($"{i}.txt", Array.Empty<byte>()))])));

    [Fact]
    public async Task Read_Encrypted_IsRefused()
    {
        var bytes = Zip(("a.txt", "secret"u8.ToArray()));
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Assert.Contains("password", (await Assert.ThrowsAsync<BadPackageException>(() => ReadAsync(bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Zip_ListsWhatItHolds_ByNamesThatAreSafe()
    {
        var report = await ReadAsync(Zip(("folder/one.txt", "one"u8.ToArray()), ("../../etc/pass\u202Ewd", "two"u8.ToArray()), ("macro.docm", EvidenceForms.Sample("docm"))));

        Assert.Equal(EvidenceContent.Zip, report.Content);
        Assert.True(report.HasMacros);
        Assert.Equal(("folder/one.txt", 3), (report.Files[0].Name, report.Files[0].Size));
        Assert.DoesNotContain("..", report.Files[1].Name, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', report.Files[1].Name);
    }

    [Theory]
    [InlineData("docx", EvidenceContent.Word, false)]
    [InlineData("docm", EvidenceContent.WordWithMacros, true)]
    [InlineData("xlsx", EvidenceContent.Excel, false)]
    [InlineData("zip", EvidenceContent.Zip, false)]
    [InlineData("odt", EvidenceContent.OpenText, false)]
    public async Task Read_Document_IsKnownByItsParts(string kind, EvidenceContent content, bool hasMacros)
    {
        var report = await ReadAsync(EvidenceForms.Sample(kind));

        Assert.Equal((content, hasMacros), (report.Content, report.HasMacros));
    }

    private static byte[] Claiming(long length) => new byte[(int)Math.Min(length, 1 << 20)];

    /// <summary>Changes what the directory says of the last entry's length once unpacked.</summary>
    private static void PatchLength(byte[] zip, long length)
    {
        var entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(entry + 24), (uint)Math.Min(length, uint.MaxValue - 1));
    }

    private static async Task<PackageReport> ReadAsync(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return await PackageReader.ReadAsync(file, CancellationToken.None);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
