using FsCheck;
using FsCheck.Fluent;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Tests.Infrastructure;

public sealed class SafeCellsTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 1224", "'+44 1224")]
    [InlineData("-4", "'-4")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("'=1", "''=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("50%", "50%")]
    [InlineData("", "")]
    public void Of_Text_IsHarmless(string text, string cell)
    {
        Assert.Equal(cell, SafeCells.Of(text));
        Assert.Equal(text, SafeCells.Back(cell));
    }

    [Fact]
    public void Back_OfAnyText_IsThatText() => Prop.ForAll(
        Gen.Elements('\'', '=', '+', '-', '@', '\t', 'a', '1').ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
        text => SafeCells.Back(SafeCells.Of(text)) == text).QuickCheckThrowOnFailure();
}
