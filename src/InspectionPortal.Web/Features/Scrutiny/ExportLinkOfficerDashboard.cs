using System.Globalization;
using CsvHelper;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Features.Scrutiny.Movement;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The rows of the overview as comma-separated values, filtered and sorted as on the page.</summary>
[Requires(Permission.ReadAcrossPartnerships)]
[AcrossPartnerships]
public sealed record ExportLinkOfficerDashboard(InspectFilter Filter, DateTimeOffset? LastLooked) : IQuery<DashboardFile>;

internal sealed class ExportLinkOfficerDashboardHandler(MovementReader reader, CurrentSession current, TimeProvider time)
    : IRequestHandler<ExportLinkOfficerDashboard, DashboardFile?>
{
    /// <summary>A cell that a spreadsheet would take for a formula begins with an apostrophe instead.</summary>
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public async Task<DashboardFile?> Handle(ExportLinkOfficerDashboard request, CancellationToken cancellationToken)
    {
        var filter = request.Filter.Cleaned();
        var plans = await reader.ReadAsync([.. current.RequiredPerson.OpenGrants()], filter.From(request.LastLooked), cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new DashboardFile(Write(PartnershipRows.Of(plans.Select(p => p.Row()), filter, today)),
            $"partnerships-{today:yyyy-MM-dd}.csv");
    }

    private static byte[] Write(IEnumerable<PartnershipRow> rows)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            csv.WriteRecord(
            [
                "Partnership", "Plan", "Access", "Last approved report", "Compared with", "Ratings", "Up", "Down", "First rated",
                "No longer rated", "Slips", "Signals", "Which signals", "Evidence released", "Position statements",
                "Recommendations without evidence",
                "Next report due",
            ]);
            foreach (var row in rows)
            {
                csv.WriteRecord(Cells(row));
            }
        }

        return memory.ToArray();
    }

    private static string[] Cells(PartnershipRow row) =>
    [
        row.Partnership.Name, row.PlanTitle ?? string.Empty, row.Scope == GrantScope.LivePlan ? "Live plan and reports"
            : "Approved reports only",
        row.LastQuarter ?? string.Empty, row.ComparedWith ?? string.Empty,
        string.Join(", ", row.Ratings.Select(r => $"{Number(r.Count)} {r.Rating.Name}")),
        Count(row, row.Up), Count(row, row.Down), Count(row, row.FirstRated), Count(row, row.NoLongerRated), Count(row, row.Slips),
        Count(row, row.Signals.Count), row.Signals.Count == 0 ? string.Empty : SignalLabels.Counted(row.Signals),
        Count(row, row.Released), Count(row, row.Statements),
        row.WithoutEvidence is { } without ? Number(without) : string.Empty, row.NextReport?.ToString("yyyy-MM-dd",
            CultureInfo.InvariantCulture) ?? string.Empty,
    ];

    /// <summary>A count; empty where there is nothing to count in yet.</summary>
    private static string Count(PartnershipRow row, int count) => row.IsCounted ? Number(count) : string.Empty;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
