using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Testing;

public sealed partial class TestData
{
    /// <summary>Sixteen months of figures that rise for good: an improvement where more is better, a concern where less is.</summary>
    public static IReadOnlyList<decimal> Rising { get; } = [12, 10, 14, 11, 13, 12, 12, 14, 18, 22, 20, 24, 29, 33, 38, 41];

    /// <summary>Gives a measure monthly figures from October 2018 on in place of what it has, and one target where asked.</summary>
    public Task<bool> GiveFiguresAsync(
        TestPartnership partnership, Guid measureId, MeasureDirection direction, IReadOnlyList<decimal>? figures = null, (decimal Value, string By)? target = null,
        Action<Measure>? change = null) =>
        InTenantAsync(partnership.Id, async database =>
        {
            var measure = await database.Measures.Include(m => m.Points).Include(m => m.Phases).Include(m => m.Annotations).Include(m => m.Targets).AsSplitQuery()
                .SingleAsync(m => m.Id == measureId);
            database.RemoveRange(measure.Points);
            database.RemoveRange(measure.Phases);
            database.RemoveRange(measure.Annotations);
            database.RemoveRange(measure.Targets);
            (measure.Direction, measure.Frequency) = (direction, "Monthly");
            var first = new DateOnly(2018, 11, 1);
            measure.Points.AddRange((figures ?? Rising).Select((f, i) => new DataPoint { ValueText = $"{f}%", Value = f, Date = first.AddMonths(i).AddDays(-1), Position = i }));
            if (target is { } wanted)
            {
                measure.Targets.Add(new MeasureTarget { Value = wanted.Value, By = DeadlineParser.Parse(wanted.By) });
            }

            change?.Invoke(measure);
            return true;
        });
}
