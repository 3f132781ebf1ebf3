using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Tests.Features.People;

public sealed class ResponsibilityHolderTests
{
    private static readonly DateOnly Day = new(2026, 5, 10);

    [Theory]
    [InlineData(0, 0, true, true)]
    [InlineData(-5, null, true, true)]
    [InlineData(-5, -1, false, false)]
    [InlineData(1, null, false, true)]
    [InlineData(1, 5, false, true)]
    public void HoldsOn_FirstAndLastDay_Count(int from, int? until, bool holds, bool isNotEnded)
    {
        var holder = new ResponsibilityHolder { From = Day.AddDays(from), Until = until is { } last ? Day.AddDays(last) : null };

        Assert.Equal(holds, ResponsibilityHolder.HoldsOn(Day).Compile()(holder));
        Assert.Equal(holds, ResponsibilityHolder.IsHeldOn(holder.From, holder.Until, Day));
        Assert.Equal(isNotEnded, ResponsibilityHolder.NotEndedOn(Day).Compile()(holder));
    }
}
