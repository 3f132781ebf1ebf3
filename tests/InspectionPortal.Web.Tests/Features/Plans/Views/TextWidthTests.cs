using FsCheck;
using FsCheck.Fluent;
using InspectionPortal.Web.Components.Diagrams;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Tests.Features.Plans.Views;

public sealed class TextWidthTests
{
    [Fact]
    public void Wrap_ShortText_IsOneLine() => Assert.Equal(["Two words"], TextWidth.Wrap("Two  words\n", 200, 16, isBold: false, 3));

    [Fact]
    public void Wrap_MoreThanThreeLines_EndsWithAnEllipsis()
    {
        var lines = TextWidth.Wrap(string.Join(' ', Enumerable.Repeat("word", 100)), 120, 16, isBold: true, 3);
        Assert.Equal(3, lines.Count);
        Assert.EndsWith("…", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Wrap_AnyText_FitsItsWidthAndLines() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text =>
        {
            var lines = TextWidth.Wrap(text ?? string.Empty, 100, 16, isBold: true, 3);
            return lines.Count <= 3 && lines.All(l => TextWidth.Of(l, 16, isBold: true) <= 100);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Wrap_WordLongerThanALine_IsBrokenAndNothingIsLost() =>
        Assert.Equal(new string('m', 20), string.Concat(TextWidth.Wrap(new string('m', 20), 140, 16, isBold: false, 3)));
}
