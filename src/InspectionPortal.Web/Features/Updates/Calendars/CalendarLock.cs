using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>Opening a period of a plan, by hand or by the calendar, happens one after the other.</summary>
internal static class CalendarLock
{
    /// <summary>The plan's calendar, locked until the transaction ends; null where there is none.</summary>
    public static Task<ReportingCalendar?> TakeAsync(PortalDbContext database, Guid? planId, CancellationToken cancellationToken) =>
        database.ReportingCalendars.FromSql($"select *, xmin from reporting_calendars where plan_id = {planId} for update")
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);
}
