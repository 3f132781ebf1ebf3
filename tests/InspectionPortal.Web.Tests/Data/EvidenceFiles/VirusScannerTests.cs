using InspectionPortal.Domain.Evidence;
using InspectionPortal.Testing.Clamd;
using InspectionPortal.Web.Data.EvidenceFiles.Scanning;
using InspectionPortal.Web.Tests.Features.Evidence;

namespace InspectionPortal.Web.Tests.Data.EvidenceFiles;

/// <summary>Runs against a real clamd where PORTAL_CLAMD names one: see <see cref="ClamdTestServer"/>.</summary>
public sealed class VirusScannerTests : IAsyncLifetime
{
    private readonly ClamdTestServer _clamd = ClamdTestServer.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _clamd.DisposeAsync();

    [Theory]
    [InlineData("txt", ScanResult.Clean)]
    [InlineData("eicar", ScanResult.Infected)]
    [InlineData("eicar-zip", ScanResult.Infected)]
    [InlineData("eicar-docx", ScanResult.Infected)]
    [InlineData("docx", ScanResult.Clean)]
    public async Task Scan_EachFile_IsJudgedByWhatItHolds(string kind, ScanResult expected)
    {
        var reply = await ScanAsync(EvidenceForms.Sample(kind), _clamd.Address);

        Assert.Equal(expected, reply.Result);
        Assert.Equal(expected == ScanResult.Infected, reply.Note?.Contains("Eicar", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Scan_LargeFile_IsSentWhole()
    {
        var bytes = new byte[3_000_001];
        ClamdTestServer.Eicar.CopyTo(bytes, bytes.Length - ClamdTestServer.Eicar.Length);

        Assert.Equal(ScanResult.Infected, (await ScanAsync(bytes, _clamd.OwnAddress)).Result);
        Assert.Equal([3_000_001], _clamd.Received);
    }

    [Theory]
    [InlineData("stream: OK", "The scanner hung up")]
    [InlineData("", "The scanner hung up")]
    public async Task Scan_ReplyThatBreaksOff_IsNoReply(string says, string problem)
    {
        _clamd.Says = says;

        var broken = await Assert.ThrowsAsync<ScannerUnavailableException>(() => ScanAsync("x"u8.ToArray(), _clamd.OwnAddress));

        Assert.Contains(problem, broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0", "limits")]
    [InlineData("stream: Can't allocate memory ERROR\0", "could not tell")]
    [InlineData("stream: OK FOUND ERROR\0", "could not tell")]
    [InlineData("OK\0", "could not tell")]
    public async Task Scan_AnythingButOk_IsNotClean(string says, string note)
    {
        _clamd.Says = says;

        var reply = await ScanAsync("x"u8.ToArray(), _clamd.OwnAddress);

        Assert.Equal(ScanResult.NotScanned, reply.Result);
        Assert.Contains(note, reply.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_MoreThanTheScannerTakes_IsNotClean()
    {
        _clamd.StreamMaxLength = 100_000;

        // Long enough that it hangs up while the file is still being sent. Its words may be lost with the connection; the file waits then.
        try
        {
            var reply = await ScanAsync(new byte[20_000_000], _clamd.OwnAddress);
            Assert.Equal((ScanResult.NotScanned, "The file is larger than the scanner takes"), (reply.Result, reply.Note));
        }
        catch (ScannerUnavailableException lost)
        {
            Assert.Contains("hung up", lost.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Scan_ScannerDownOrHangingUp_IsUnavailable()
    {
        _clamd.HangsUp = true;
        await Assert.ThrowsAsync<ScannerUnavailableException>(() => ScanAsync(new byte[20_000_000], _clamd.OwnAddress));
        _clamd.Down();
        await Assert.ThrowsAsync<ScannerUnavailableException>(() => ScanAsync("x"u8.ToArray(), _clamd.OwnAddress));
        await Assert.ThrowsAsync<ScannerUnavailableException>(() => ScanAsync("x"u8.ToArray(), "unix:///nowhere/clamd.ctl"));
    }

    [Theory]
    [InlineData("tcp://clamav:3310", "clamav:3310")]
    [InlineData("tcp://clamav", "clamav:3310")]
    [InlineData("unix:///run/clamav/clamd.ctl", "/run/clamav/clamd.ctl")]
    [InlineData("clamav:3310", null)]
    [InlineData("http://clamav:3310", null)]
    [InlineData("tcp://clamav:3310/path", null)]
    [InlineData("/run/clamav/clamd.ctl", null)]
    public void Parse_Setting_IsAnAddressOrNone(string setting, string? address) => Assert.Equal(address, ScannerAddress.Parse(setting)?.ToString());

    private static async Task<ScanReply> ScanAsync(byte[] bytes, string address)
    {
        using var file = new MemoryStream(bytes);
        return await new VirusScanner(ScannerAddress.Parse(address)).ScanAsync(file, CancellationToken.None);
    }
}
