using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The figures of an update: read from its form, kept with it, and made points of their measures when it is accepted.</summary>
internal static class UpdateFigures
{
    /// <summary>
    /// Reads and judges what was typed as the grid of figures does; each figure is of the day that <see cref="FigurePeriods.DayWithin"/>
    /// says.
    /// </summary>
    public static async Task<UpdateFiguresRead> ReadAsync(
        PortalDbContext database, WriteUpdate command, ReportingPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var given = command.Figures.Select((f, i) => (Words: f, At: i)).Where(f => f.Words.Value is not null).ToList();
        if (given.Count == 0)
        {
            return new UpdateFiguresRead([], []);
        }

        var sources = await SourcesAsync(database, [.. given.Select(g => g.Words.MeasureId)], cancellationToken);
        var (figures, errors) = (new List<UpdateFigure>(), new List<FieldError>());
        foreach (var (words, at) in given)
        {
            if (!sources.TryGetValue(words.MeasureId, out var source) || source.Measure.ProjectId != command.ProjectId || figures.Exists(f => f.MeasureId == words.MeasureId))
            {
                errors.Add(new FieldError($"Figures[{at}].Value", "Enter one figure for each of this project’s measures"));
                continue;
            }

            var day = source.Periods.DayWithin(period.From, period.To, today);
            var (cells, reading, wrong) = Judge(source, words.Value!, day, new FieldLocation($"Figures[{at}]", EnglishText.Cut(source.Measure.Title, 60)));
            errors.AddRange(wrong);
            if (wrong.Count == 0)
            {
                figures.Add(new UpdateFigure
                {
                    MeasureId = words.MeasureId,
                    Date = reading.Date!.Day,
                    ValueText = cells.Value!,
                    Value = reading.Figure!.Value,
                    Numerator = reading.Figure.Numerator,
                    Denominator = reading.Figure.Denominator,
                });
            }
        }

        return new UpdateFiguresRead(figures, errors);
    }

    /// <summary>Changes the update's figures in their places; answers with the new ones.</summary>
    public static IReadOnlyList<UpdateFigure> Copy(IReadOnlyList<UpdateFigure> given, ProgressUpdate update, Action<UpdateFigure> remove)
    {
        var added = new List<UpdateFigure>();
        foreach (var figure in given)
        {
            if (update.Figures.Find(f => f.MeasureId == figure.MeasureId) is { } kept)
            {
                kept.Values = figure.Values;
            }
            else
            {
                figure.UpdateId = update.Id;
                added.Add(figure);
            }
        }

        foreach (var gone in update.Figures.Where(f => given.All(g => g.MeasureId != f.MeasureId)).ToList())
        {
            remove(gone);
        }

        return added;
    }

    /// <summary>True where the form says the figures that are kept.</summary>
    public static bool Same(ProgressUpdate update, WriteUpdate command)
    {
        var said = command.Figures.Where(f => f.Value is not null).ToList();
        return said.Count == update.Figures.Count && said.TrueForAll(s => update.Figures.Exists(f => f.MeasureId == s.MeasureId && f.ValueText == s.Value));
    }

    /// <summary>Makes the figures points of their measures, each once. Answers with what stands against it, or null.</summary>
    public static async Task<Failure?> EnterAsync(
        PortalDbContext database, ProgressUpdate update, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (update.Figures.Count == 0)
        {
            return null;
        }

        var sources = await SourcesAsync(database, [.. update.Figures.Select(f => f.MeasureId)], cancellationToken);
        foreach (var figure in update.Figures)
        {
            if (!sources.TryGetValue(figure.MeasureId, out var source))
            {
                return Failure.Field("", $"The figure {figure.ValueText} is for a measure that is now a milestone, so it cannot be added. Send the update back");
            }

            if (source.Points.Exists(p => p.Id == figure.Id))
            {
                continue;
            }

            var day = figure.Date ?? update.Period!.To;
            var (cells, reading, wrong) = Judge(source, figure.ValueText, day, new FieldLocation("", EnglishText.Cut(source.Measure.Title, 60)));
            if (wrong.Count > 0)
            {
                return Failure.Field("", $"{wrong[0].Message}. The update says {figure.ValueText}: send it back, or correct the figure on the measure’s page first");
            }

            if (reading.State == FigureRowState.New)
            {
                database.Add(Point(source, figure, cells, reading, new EnteredBy(update.SubmittedByUserId ?? userId, update.SubmittedAt ?? now)));
            }
        }

        return null;
    }

    private static DataPoint Point(Source source, UpdateFigure figure, FigureCells cells, FigureReading reading, EnteredBy hand)
    {
        var point = new DataPoint
        {
            Id = figure.Id,
            MeasureId = figure.MeasureId,
            ValueText = "",
            Position = source.Points.Count == 0 ? 0 : source.Points.Max(p => p.Position) + 1,
            EnteredAt = hand.At,
            EnteredByUserId = hand.UserId,
        };
        FigureWriter.Write(source.Terms(reading.Date!.Day), point, cells, reading);
        return point;
    }

    private static (FigureCells Cells, FigureReading Reading, List<FieldError> Errors) Judge(Source source, string value, DateOnly day, FieldLocation place)
    {
        var cells = new FigureCells { When = TypedInput.Show(day), Value = value };
        var check = new FigureCheck(source.Terms(day), source.Points, _ => place);
        var reading = check.Read([cells])[0];
        return (cells, reading, [.. check.Errors.Select(e => e with { Field = $"{place.Name}.{nameof(UpdateFigureInput.Value)}" })]);
    }

    private static async Task<Dictionary<Guid, Source>> SourcesAsync(PortalDbContext database, List<Guid> measures, CancellationToken cancellationToken)
    {
        var found = await database.Measures.AsNoTracking().Where(m => measures.Contains(m.Id) && m.Kind != MeasureKind.Milestone).ToListAsync(cancellationToken);
        var points = await database.DataPoints.AsNoTracking().Where(p => measures.Contains(p.MeasureId)).ToListAsync(cancellationToken);
        return found.ToDictionary(m => m.Id, m => new Source(m, points.FindAll(p => p.MeasureId == m.Id)));
    }

    private sealed record Source(Measure Measure, List<DataPoint> Points)
    {
        public FigurePeriods Periods { get; } = FigurePeriods.Of(Measure.Frequency);

        public MeasureContext Terms(DateOnly today) => new(Measure.Id, Measure.Unit, Periods, today);
    }
}

/// <summary>What was typed as figures: those that are good, and what is wrong with the others.</summary>
internal sealed record UpdateFiguresRead(IReadOnlyList<UpdateFigure> Given, IReadOnlyList<FieldError> Errors);
