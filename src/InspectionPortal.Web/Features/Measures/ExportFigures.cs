using System.Globalization;
using CsvHelper;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.Web.Components.Charts;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The figures of a measure as comma-separated values, with what the chart says of each.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record ExportFigures(Guid Id) : IQuery<FiguresFile>;

internal sealed class ExportFiguresHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<ExportFigures, FiguresFile?>
{
    public async Task<FiguresFile?> Handle(ExportFigures request, CancellationToken cancellationToken)
    {
        var plans = database.PlansFor(current.RequiredTenant);
        var sources = await ChartReader.ReadAsync(
            database, database.Measures.Where(m => m.Id == request.Id && plans.Any(p => p.Id == m.PlanId)), withNotes: false, cancellationToken);
        return sources.Count == 1
            ? new FiguresFile(
                FiguresCsv.Write(MeasureChart.Of(sources[0], clock.Today)), $"figures-{current.RequiredTenant.Partnership.Slug}-{request.Id:N}.csv", sources[0].Title)
            : null;
    }
}

/// <summary>Writes the file. Words that a spreadsheet would take for a formula get an apostrophe; numbers stay numbers.</summary>
internal static class FiguresCsv
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    private static readonly string[] Head =
        ["Measure", "Date", "Figure as written", "Value", "Numerator", "Denominator", "Plotted", "Centre", "Lower limit", "Upper limit", "Signal", "Excluded", "Note"];

    public static byte[] Write(MeasureChart chart)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            csv.WriteRecord(Head);
            for (var i = 0; i < chart.Places.Count; i++)
            {
                if (chart.Places[i].Figure is { } figure)
                {
                    csv.WriteRecord(Cells(chart, figure, i));
                }
            }

            foreach (var figure in chart.Source.OffChart)
            {
                csv.WriteRecord(Cells(chart, figure, null));
            }
        }

        return memory.ToArray();
    }

    private static string[] Cells(MeasureChart chart, SourcePoint figure, int? place)
    {
        var analysis = chart.Analysis;
        var at = place is { } index && analysis is not null ? index : (int?)null;
        var point = at is { } i ? analysis!.Points[i] : default;
        double? Shown(double? plotted) => plotted is { } value ? chart.Mapped.Shown(value) : null;
        return
        [
            FormulaInjectionGuard.Of(chart.Source.Title), figure.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", FormulaInjectionGuard.Of(figure.Text),
            Number(figure.Value), Number(figure.Numerator), Number(figure.Denominator), Number(at is null ? null : Shown(point.Value)),
            Number(at is { } k ? Shown(analysis!.PhaseOf(k).Centre) : null), Number(at is null ? null : Shown(point.Lower)), Number(at is null ? null : Shown(point.Upper)),
            at is { } m ? ChartMarks.Words(chart, m) ?? "" : "", figure.IsExcluded ? "yes" : "",
            chart.Source.IsIllustrative ? ChartSvg.Illustrative : figure.Date is null ? "No date: not on a chart" : "",
        ];
    }

    private static string Number(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
