using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Tests.Infrastructure;

public sealed class TypedInputTests
{
    [Theory]
    [InlineData("30 September 2020")]
    [InlineData("30 Sep 2020")]
    [InlineData("30 Sept 2020")]
    [InlineData("30/9/2020")]
    [InlineData("30.09.2020")]
    [InlineData("30-9-2020")]
    [InlineData("2020-09-30")]
    public void Date_AnyWayOfWritingIt_IsRead(string text) => Assert.Equal(new DateOnly(2020, 9, 30), TypedInput.Date(text));

    [Theory]
    [InlineData("1 January 1900", true)]
    [InlineData("31 December 2199", true)]
    [InlineData("31 December 1899", false)]
    [InlineData("1 January 2200", false)]
    [InlineData("31 February 2020", false)]
    [InlineData(null, false)]
    public void Date_AtTheEdges_IsReadOrRefused(string? text, bool isDate) => Assert.Equal(isDate, TypedInput.Date(text) is not null);
}
