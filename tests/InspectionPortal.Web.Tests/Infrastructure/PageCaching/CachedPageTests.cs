using System.Buffers;
using System.IO.Compression;
using System.Text;
using InspectionPortal.Web.Infrastructure.PageCaching;

namespace InspectionPortal.Web.Tests.Infrastructure.PageCaching;

public sealed class CachedPageTests
{
    private static readonly PageSecrets Made = new("first-nonce", "first-token");
    private static readonly PageSecrets Sent = new("another-nonce-é", new string('t', 300));

    [Theory]
    [InlineData("")]
    [InlineData("A page without any.")]
    [InlineData("first-nonce")]
    [InlineData("first-tokenfirst-token")]
    [InlineData("first-nonce at the start, first-token within, and at the end: first-token")]
    [InlineData("Ünïcode first-nonce – and first-token ✓")]
    public void Write_WithOtherSecrets_IsThePageWithThem(string page)
    {
        var expected = page.Replace(Made.Nonce, Sent.Nonce, StringComparison.Ordinal).Replace(Made.FormToken, Sent.FormToken, StringComparison.Ordinal);
        var kept = CachedPage.Of(Encoding.UTF8.GetBytes(page), Made, []);

        Assert.Equal(expected, Gzip(kept));
        Assert.Equal(expected, Plain(kept));
    }

    [Fact]
    public void WriteGzip_PagesOfManySizes_CarryTheRightCheckSum()
    {
        var random = new Random(17);
        foreach (var size in new[] { 1, 255, 4096, 70_000, 300_000 })
        {
            var page = new StringBuilder();
            while (page.Length < size)
            {
                page.Append("<p>").Append(random.Next()).Append("</p>").Append(random.Next(9) == 0 ? Made.FormToken : string.Empty);
            }

            var kept = CachedPage.Of(Encoding.UTF8.GetBytes(page.ToString()), Made, []);

            // The stream refuses a wrong check sum or length.
            Assert.Equal(page.ToString().Replace(Made.FormToken, Sent.FormToken, StringComparison.Ordinal), Gzip(kept));
        }
    }

    [Fact]
    public void WriteGzip_NoByteOfASecretOfTheFirstResponse_IsInIt()
    {
        var kept = CachedPage.Of(Encoding.UTF8.GetBytes($"<input value=\"{Made.FormToken}\"><style nonce=\"{Made.Nonce}\">"), Made, []);

        Assert.DoesNotContain("first", Gzip(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_OfTheSamePageForTwoResponses_IsTheSame_AndOfAnotherPageIsNot()
    {
        static CachedPage Page(string text, PageSecrets secrets) => CachedPage.Of(Encoding.UTF8.GetBytes(text + secrets.FormToken), secrets, []);

        Assert.Equal(Page("Plan", Made).Hash, Page("Plan", Sent).Hash);
        Assert.NotEqual(Page("Plan", Made).Hash, Page("Plan.", Made).Hash);
    }

    private static string Gzip(CachedPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        page.WriteGzip(output, Sent);
        using var reader = new StreamReader(new GZipStream(new MemoryStream(output.WrittenSpan.ToArray()), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static string Plain(CachedPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        page.WritePlain(output, Sent);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
