using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;

namespace InspectionPortal.Web.Tests.Features.Measures.Charts;

/// <summary>Series for tests, a month end for each figure.</summary>
internal static class ChartFixtures
{
    public static readonly DateOnly Today = new(2020, 10, 27);

    public static DateOnly Month(int index)
    {
        var first = new DateOnly(2018, 10, 1).AddMonths(index);
        return new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
    }

    public static ChartSource Values(params decimal?[] values) => new()
    {
        Id = Guid.CreateVersion7(),
        Title = "Made",
        Frequency = "Monthly",
        Direction = MeasureDirection.Up,
        Points = [.. values.Select((v, i) => new SourcePoint(Guid.CreateVersion7(), Month(i), v, null, null, false, $"{v}", i)).Where(p => p.Value is not null)],
    };

    public static ChartSource Ratios(params (decimal Numerator, decimal Denominator)[] figures) => Values() with
    {
        Unit = "%",
        Points = [.. figures.Select((f, i) => new SourcePoint(Guid.CreateVersion7(), Month(i), null, f.Numerator, f.Denominator, false, $"{f.Numerator} of {f.Denominator}", i))],
    };

    public static MeasureChart Chart(ChartSource source) => MeasureChart.Of(source, Today);
}
