using System.Globalization;
using CsvHelper;
using InspectionPortal.Domain.People;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>The filtered lines as comma-separated values, newest first, up to <see cref="MostLines"/>.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class ExportSecurityEvents : SecurityEventFilter, IQuery<SecurityEventsFile>
{
    public const int MostLines = 50_000;
}

internal sealed class ExportSecurityEventsHandler(PortalDbContext database) : IRequestHandler<ExportSecurityEvents, SecurityEventsFile?>
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    public async Task<SecurityEventsFile?> Handle(ExportSecurityEvents query, CancellationToken cancellationToken)
    {
        var lines = query.Apply(database).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(ExportSecurityEvents.MostLines);
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            await csv.WriteRecordAsync(["When (UTC)", "What", "Who", "About", "Partnership", "From", "Detail"], cancellationToken);
            await foreach (var row in SecurityEventRow.Select(database, lines).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await csv.WriteRecordAsync(
                [
                    row.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                    .. new[] { SecurityEventLabels.Of(row.Kind), row.By, row.About, row.Partnership, row.Place, row.Detail }
                        .Select(cell => FormulaInjectionGuard.Of(cell ?? string.Empty)),
                ], cancellationToken);
            }
        }

        return new SecurityEventsFile(memory.ToArray());
    }
}
