using InspectionPortal.Web.Features.Scrutiny;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

public sealed class VisitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", null)]
    [InlineData("-1", null)]
    [InlineData("-4", null)]
    [InlineData("-5", -5.0)]
    [InlineData("-5 -1", -5.0)]
    [InlineData("-30 -29 -27 -5 -1", -5.0)]
    [InlineData("-30 -3", -30.0)]
    [InlineData("-30 -29 -27", -30.0)]
    [InlineData("-27 -5 -30 -4.5", -5.0)]
    [InlineData("-50 -30 -5 -5 -5", -5.0)]
    public void LastBefore_Looks_IsTheStartOfTheVisitBeforeThisOne(string hoursAgo, double? expected)
    {
        var looks = hoursAgo.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(h => Now.AddHours(double.Parse(h, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(expected is { } hours ? Now.AddHours(hours) : null, Visits.LastBefore(Now, looks));
    }
}
