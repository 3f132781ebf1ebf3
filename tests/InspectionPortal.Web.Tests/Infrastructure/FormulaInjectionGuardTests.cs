using FsCheck;
using FsCheck.Fluent;
using InspectionPortal.PlanDocuments.Formats;

namespace InspectionPortal.Web.Tests.Infrastructure;

public sealed class FormulaInjectionGuardTests
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
        Assert.Equal(cell, FormulaInjectionGuard.Of(text));
        Assert.Equal(text, FormulaInjectionGuard.Back(cell));
    }

    [Fact]
    public void Back_OfAnyText_IsThatText() => Prop.ForAll(
        Gen.Elements('\'', '=', '+', '-', '@', '\t', 'a', '1').ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
        text => FormulaInjectionGuard.Back(FormulaInjectionGuard.Of(text)) == text).QuickCheckThrowOnFailure();
}
