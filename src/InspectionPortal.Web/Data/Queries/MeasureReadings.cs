using InspectionPortal.Domain.Measures;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Reads the charts of many measures at once.</summary>
public static class MeasureReadings
{
    /// <summary>Reads many in a few commands, however many there are. A link officer may: it asks for nothing they may not see.</summary>
    /// <param name="database">The partnership's.</param>
    /// <param name="measures">Which ones; filtered to what the reader may see.</param>
    /// <param name="today">The plan's day.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyDictionary<Guid, MeasureReading>> ReadAsync(
        PortalDbContext database, IQueryable<Measure> measures, DateOnly today, CancellationToken cancellationToken) =>
        (await ChartReader.ReadAsync(database, measures, withNotes: false, cancellationToken)).ToDictionary(s => s.Id, s => MeasureReading.Of(s, today));
}
