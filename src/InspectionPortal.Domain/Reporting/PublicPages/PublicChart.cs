using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;
using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Reporting.PublicPages;

/// <summary>
/// A measure as the report has it: its figures that have a day and a number, and its targets that have a day. Nothing that somebody
/// typed beside a figure.
/// </summary>
public sealed record PublicChart
{
    private const int Places = 6;

    public required string Title { get; init; }
    public MeasureKind Kind { get; init; }
    public MeasureDirection Direction { get; init; }
    public string? Unit { get; init; }

    /// <summary>The day of the report.</summary>
    public required DateOnly AsAt { get; init; }

    public required IReadOnlyList<PublicFigure> Figures { get; init; }
    public required IReadOnlyList<PublicFigure> Targets { get; init; }

    /// <summary>True where there is a chart to draw.</summary>
    internal bool HasDrawing => Draw().Analysis is not null;

    /// <summary>The measure of a report.</summary>
    public static PublicChart Of(SnapshotMeasure measure, DateOnly asAt)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new PublicChart
        {
            Title = measure.Title,
            Kind = measure.Kind,
            Direction = measure.Direction,
            Unit = measure.Unit,
            AsAt = asAt,
            Figures = FiguresOf(measure, asAt),
            Targets =
            [
                .. measure.Targets.Where(t => t.By.Due is not null)
                    .Select(t => new PublicFigure(t.By.Due.GetValueOrDefault(), t.Value)).OrderBy(f => f.On),
            ],
        };
    }

    /// <summary>True where a chart can be drawn of the measure.</summary>
    public static bool CanShow(SnapshotMeasure measure, DateOnly asAt) => Of(measure, asAt).HasDrawing;

    /// <summary>
    /// A run chart of the figures, as on the day of the report, with the sentence of this chart. The report may have drawn the measure as
    /// another chart: its sentence would speak of limits and averages that are not here.
    /// </summary>
    public MeasureChart Draw() => MeasureChart.Of(Source(), AsAt);

    /// <summary>
    /// What a run chart draws of the report's figures. The report keeps so many of so many as written, so they are read from there.
    /// </summary>
    private static List<PublicFigure> FiguresOf(SnapshotMeasure measure, DateOnly asAt)
    {
        var source = new ChartSource
        {
            Title = measure.Title,
            Kind = measure.Kind,
            Unit = measure.Unit,
            Chart = ChartKind.Run,
            Points = [.. measure.Points.Select((p, i) => Point(p, measure.Unit, i))],
        };
        var chart = MeasureChart.Of(source, asAt);
        return
        [
            .. from pair in chart.Places.Zip(chart.Analysis?.Points ?? [])
               let value = pair.Second.Value
               where value is not null
               select new PublicFigure(pair.First.Date, Math.Round((decimal)chart.Mapped.Shown(value.GetValueOrDefault()), Places)),
        ];
    }

    private static SourcePoint Point(SnapshotPoint point, string? unit, int position)
    {
        var written = point.Value is null ? FigureValue.Read(point.ValueText, unit, out _) : null;
        return new SourcePoint(
            Guid.Empty, point.Date, point.Value, written?.Numerator, written?.Denominator, false, string.Empty, position);
    }

    private ChartSource Source() => new()
    {
        Title = Title,
        Kind = Kind,
        Direction = Direction,
        Unit = Unit,
        Chart = ChartKind.Run,
        Points =
        [
            .. Figures.Select((f, i) => new SourcePoint(Guid.Empty, f.On, f.Value, null, null, false, string.Empty, i)),
        ],
        Targets = [.. Targets.Select(t => new SourceTarget(Guid.Empty, t.Value, t.On, DateFormat.Full(t.On)))],
    };
}
