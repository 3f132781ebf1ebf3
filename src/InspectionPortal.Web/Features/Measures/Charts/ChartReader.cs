using InspectionPortal.Measurement;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Charts;

/// <summary>
/// Reads what charts are made from in one command, however many measures there are: measures, targets, figures, phases and notes as one set of one shape.
/// Every text is joined to an empty one, since sets can only be put together where their columns are of one type.
/// </summary>
public static class ChartReader
{
    private const string Nothing = "";
    private const char Parting = '\n';

    private enum Part
    {
        Measure,
        Target,
        Point,
        Phase,
        Note,
        Use,
    }

    public static async Task<IReadOnlyList<ChartSource>> ReadAsync(
        PortalDbContext database, IQueryable<Measure> measures, bool withNotes, CancellationToken cancellationToken)
    {
        var ids = measures.Select(m => m.Id);
        var pieces = Measures(measures).Concat(Targets(database, ids)).Concat(Points(database, ids)).Concat(Phases(database, ids)).Concat(Uses(database, ids));
        if (withNotes)
        {
            pieces = pieces.Concat(Notes(database, ids));
        }

        var found = (await pieces.ToListAsync(cancellationToken)).ToLookup(p => (p.TenantId, p.MeasureId));
        return [.. found.Select(Source).OfType<ChartSource>().OrderBy(s => s.Id)];
    }

    private static IQueryable<Piece> Measures(IQueryable<Measure> measures) => measures.AsNoTracking().Select(m => new Piece
    {
        Kind = (int)Part.Measure,
        TenantId = m.TenantId,
        Plan = m.PlanId,
        MeasureId = m.Id,
        Item = m.ProjectId,
        Date = null,
        Position = m.BaselinePoints,
        Value = null,
        Numerator = null,
        Denominator = null,
        Flag = m.ScreenMovingRanges,
        Words = m.Title + Nothing,
        More = m.Kind.ToString() + "\n" + m.Direction.ToString() + "\n" + (m.Chart == null ? "" : m.Chart.Value.ToString()) + "\n" + (m.Rules == null ? "" : m.Rules.Value.ToString())
            + "\n" + (m.IsIllustrative ? "1" : "") + "\n" + (m.Unit ?? "") + "\n" + (m.Frequency ?? "") + "\n" + (m.DoneOn != null || m.DoneText != null ? "1" : ""),
        By = m.Deadline,
    });

    private static IQueryable<Piece> Targets(PortalDbContext database, IQueryable<Guid> ids) =>
        database.MeasureTargets.AsNoTracking().Where(t => ids.Contains(t.MeasureId)).Select(t => new Piece
        {
            Kind = (int)Part.Target,
            TenantId = t.TenantId,
            Plan = null,
            MeasureId = t.MeasureId,
            Item = t.Id,
            Date = null,
            Position = null,
            Value = t.Value,
            Numerator = null,
            Denominator = null,
            Flag = false,
            Words = null,
            More = null,
            By = t.By,
        });

    private static IQueryable<Piece> Points(PortalDbContext database, IQueryable<Guid> ids) =>
        database.MeasurePoints.AsNoTracking().Where(p => ids.Contains(p.MeasureId)).Select(p => new Piece
        {
            Kind = (int)Part.Point,
            TenantId = p.TenantId,
            Plan = null,
            MeasureId = p.MeasureId,
            Item = p.Id,
            Date = p.Date,
            Position = p.Position,
            Value = p.Value,
            Numerator = p.Numerator,
            Denominator = p.Denominator,
            Flag = p.IsExcluded,
            Words = p.ValueText + Nothing,
            More = null,
            By = null,
        });

    private static IQueryable<Piece> Phases(PortalDbContext database, IQueryable<Guid> ids) =>
        database.MeasurePhases.AsNoTracking().Where(p => ids.Contains(p.MeasureId)).Select(p => new Piece
        {
            Kind = (int)Part.Phase,
            TenantId = p.TenantId,
            Plan = null,
            MeasureId = p.MeasureId,
            Item = p.Id,
            Date = p.StartsOn,
            Position = null,
            Value = null,
            Numerator = null,
            Denominator = null,
            Flag = false,
            Words = p.Reason + Nothing,
            More = null,
            By = null,
        });

    private static IQueryable<Piece> Notes(PortalDbContext database, IQueryable<Guid> ids) =>
        database.MeasureAnnotations.AsNoTracking().Where(a => ids.Contains(a.MeasureId)).Select(a => new Piece
        {
            Kind = (int)Part.Note,
            TenantId = a.TenantId,
            Plan = null,
            MeasureId = a.MeasureId,
            Item = a.Id,
            Date = a.Date,
            Position = null,
            Value = null,
            Numerator = null,
            Denominator = null,
            Flag = false,
            Words = a.Text + Nothing,
            More = null,
            By = null,
        });

    /// <summary>Further projects that look at a measure.</summary>
    private static IQueryable<Piece> Uses(PortalDbContext database, IQueryable<Guid> ids) =>
        database.MeasureUses.AsNoTracking().Where(u => ids.Contains(u.MeasureId) && u.ProjectId != null).Select(u => new Piece
        {
            Kind = (int)Part.Use,
            TenantId = u.TenantId,
            Plan = null,
            MeasureId = u.MeasureId,
            Item = u.ProjectId,
            Date = null,
            Position = null,
            Value = null,
            Numerator = null,
            Denominator = null,
            Flag = false,
            Words = null,
            More = null,
            By = null,
        });

    private static ChartSource? Source(IGrouping<(int TenantId, Guid MeasureId), Piece> pieces)
    {
        if (pieces.FirstOrDefault(p => p.Kind == (int)Part.Measure) is not { } measure)
        {
            return null;
        }

        var more = measure.More!.Split(Parting);
        return new ChartSource
        {
            TenantId = measure.TenantId,
            Id = measure.MeasureId,
            PlanId = measure.Plan!.Value,
            ProjectId = measure.Item,
            UsedBy = [.. pieces.Where(p => p.Kind == (int)Part.Use).Select(p => p.Item!.Value).Where(id => id != measure.Item)],
            Title = measure.Words!,
            Kind = Enum.Parse<MeasureKind>(more[0]),
            Direction = Enum.Parse<MeasureDirection>(more[1]),
            Chart = Enum.TryParse<ChartKind>(more[2], out var chart) ? chart : null,
            Rules = Enum.TryParse<RuleSet>(more[3], out var rules) ? rules : null,
            IsIllustrative = more[4].Length > 0,
            Unit = more[5].Length > 0 ? more[5] : null,
            Frequency = more[6].Length > 0 ? more[6] : null,
            Deadline = measure.By ?? Deadline.None,
            IsDelivered = more[7].Length > 0,
            BaselinePoints = measure.Position,
            ScreenMovingRanges = measure.Flag,
            Targets = [.. pieces.Where(p => p.Kind == (int)Part.Target).Select(t => new SourceTarget(t.Item!.Value, t.Value!.Value, t.By?.Due, t.By?.Text ?? ""))],
            Points = [.. pieces.Where(p => p.Kind == (int)Part.Point)
                .Select(p => new SourcePoint(p.Item!.Value, p.Date, p.Value, p.Numerator, p.Denominator, p.Flag, p.Words!, p.Position ?? 0))],
            Phases = Marks(pieces, Part.Phase),
            Notes = Marks(pieces, Part.Note),
        };
    }

    private static List<SourceMark> Marks(IEnumerable<Piece> pieces, Part part) =>
        [.. pieces.Where(p => p.Kind == (int)part).Select(p => new SourceMark(p.Item!.Value, p.Date!.Value, p.Words!)).OrderBy(m => m.Date).ThenBy(m => m.Id)];

    /// <summary>One thing of a measure, in a shape that all share.</summary>
    private sealed class Piece
    {
        public int Kind { get; init; }
        public int TenantId { get; init; }
        public Guid? Plan { get; init; }
        public Guid MeasureId { get; init; }
        public Guid? Item { get; init; }
        public DateOnly? Date { get; init; }
        public int? Position { get; init; }
        public decimal? Value { get; init; }
        public decimal? Numerator { get; init; }
        public decimal? Denominator { get; init; }
        public bool Flag { get; init; }
        public string? Words { get; init; }
        public string? More { get; init; }
        public Deadline? By { get; init; }
    }
}
