using System.Text;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Tests.Features.Reports;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Write_AnyOrderOfProperties_GivesTheSameBytes() => Assert.Equal(
        CanonicalJson.Write(new { Beta = 1, Alpha = "x" }), CanonicalJson.Write(new { Alpha = "x", Beta = 1 }));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("quote \" and \\", "quote \\\" and \\\\")]
    [InlineData("line\nnext\ttab", "line\\nnext\\ttab")]
    [InlineData("\u0001", "\\u0001")]
    [InlineData("Ness – Cùil & <b> 😀 \u2028", "Ness – Cùil & <b> 😀 \u2028")]
    public void Write_Text_EscapesOnlyWhatItMust(string text, string written) => Assert.Equal(
        $$"""{"text":"{{written}}"}""", Encoding.UTF8.GetString(CanonicalJson.Write(new { Text = text })));

    [Fact]
    public void Write_Figures_AreWrittenOneWay() => Assert.Equal(
        """{"a":46,"b":46,"c":0.1,"d":-4}""",
        Encoding.UTF8.GetString(CanonicalJson.Write(new { A = 46m, B = 46.00m, C = 0.10m, D = -4m })));

    [Fact]
    public void Write_Times_AreUtcAndToTheMicrosecond()
    {
        var summer = new DateTimeOffset(2020, 7, 1, 12, 0, 0, TimeSpan.FromHours(1)).AddTicks(1234567);

        Assert.Equal("""{"at":"2020-07-01T11:00:00.123456Z"}""", Encoding.UTF8.GetString(CanonicalJson.Write(new { At = summer })));
        Assert.Equal(CanonicalJson.Write(new { At = summer }), CanonicalJson.Write(new { At = summer.ToUniversalTime() }));
    }

    [Fact]
    public void Write_NestedAndEmpty_HasNoWhiteSpace() => Assert.Equal(
        """{"items":[{"on":"2020-09-30","yes":true},{}],"none":null,"nothing":[]}""",
        Encoding.UTF8.GetString(CanonicalJson.Write(new { Nothing = Array.Empty<int>(), None = (string?)null, Items = new object[] { new { Yes = true, On = new DateOnly(2020, 9, 30) }, new { } } })));

    [Fact]
    public void Hash_Nothing_IsTheKnownOne() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", CanonicalJson.Hash([]));
}
