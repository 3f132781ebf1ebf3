using InspectionPortal.Domain.Measures;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>The signals of many measures, for every page on which they count. Illustrative series are in none of it.</summary>
public sealed class SignalSet
{
    private readonly Dictionary<Guid, IReadOnlyList<MeasureSignal>> _byMeasure;
    private readonly ILookup<Guid, Guid> _measuresOf;

    private SignalSet(IReadOnlyList<MeasureReading> readings, DateOnly today)
    {
        _byMeasure = readings.Select(r => (r.MeasureId, Found: MeasureSignal.Of(r, today))).Where(r => r.Found.Count > 0).ToDictionary(r => r.MeasureId, r => r.Found);
        _measuresOf = readings.SelectMany(r => r.Projects.Select(p => (Project: p, r.MeasureId))).ToLookup(p => p.Project, p => p.MeasureId);
        Worst = [.. _byMeasure.Values.Select(s => s[0]).OrderBy(s => s.Kind).ThenBy(s => s.Title, StringComparer.CurrentCulture).ThenBy(s => s.MeasureId)];
    }

    public static SignalSet None { get; } = new([], DateOnly.MinValue);

    /// <summary>The gravest signal of each measure that has one, the gravest first.</summary>
    public IReadOnlyList<MeasureSignal> Worst { get; }

    /// <summary>Those of them that ask somebody to act.</summary>
    public IReadOnlyList<MeasureSignal> Pressing => [.. Worst.Where(s => s.NeedsAttention)];

    /// <summary>The gravest of all; null where nothing says anything.</summary>
    public SignalKind? Gravest => Worst is [var first, ..] ? first.Kind : null;

    /// <summary>What the readings say on a day.</summary>
    public static SignalSet Of(IEnumerable<MeasureReading> readings, DateOnly today) =>
        new([.. readings.Where(r => !r.IsIllustrative)], today);

    /// <summary>Reads measures in a few commands, however many there are; a link officer may.</summary>
    public static async Task<SignalSet> ReadAsync(PortalDbContext database, IQueryable<Measure> measures, DateOnly today, CancellationToken cancellationToken) =>
        Of((await MeasureReadings.ReadAsync(database, measures.Where(m => !m.IsIllustrative), today, cancellationToken)).Values, today);

    /// <summary>Signals of one measure, the gravest first.</summary>
    public IReadOnlyList<MeasureSignal> OfMeasure(Guid measure) => _byMeasure.GetValueOrDefault(measure) ?? [];

    /// <summary>The gravest signal of a project's measures; null where they say nothing.</summary>
    public SignalKind? GravestOf(Guid project) => OfProject(project) is [var first, ..] ? first.Kind : null;

    /// <summary>Signals of the measures that a project owns or looks at, the gravest first.</summary>
    public IReadOnlyList<MeasureSignal> OfProject(Guid project) =>
        [.. _measuresOf[project].Distinct().SelectMany(OfMeasure).OrderBy(s => s.Kind)];
}
