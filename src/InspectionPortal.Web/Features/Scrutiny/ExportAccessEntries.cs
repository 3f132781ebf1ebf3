using System.Globalization;
using CsvHelper;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The access log as comma-separated values, filtered as on the page.</summary>
[Requires(Permission.ManagePeople)]
public sealed class ExportAccessEntries : AccessLogFilter, IQuery<AccessLogFile>
{
    /// <summary>The newest so many entries; whoever wants more chooses days.</summary>
    public const int Most = 50_000;
}

internal sealed class ExportAccessEntriesHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<ExportAccessEntries, AccessLogFile?>
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public async Task<AccessLogFile?> Handle(ExportAccessEntries request, CancellationToken cancellationToken)
    {
        var here = current.RequiredTenant.Partnership;
        var rows = await ListAccessEntriesHandler.Rows(database, request.Apply(database.AccessEntries.AsNoTracking(), here.TimeZone))
            .Take(ExportAccessEntries.Most).ToListAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(here.TimeZone);
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            await csv.WriteRecordAsync(["When", "What", "Who", "Scrutiny body"], cancellationToken);
            foreach (var row in rows)
            {
                var at = TimeZoneInfo.ConvertTime(row.At, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                await csv.WriteRecordAsync([at, row.What, row.Officer ?? "Deleted account", row.Body], cancellationToken);
            }
        }

        return new AccessLogFile(memory.ToArray(), $"access-log-{here.Slug}.csv");
    }
}
