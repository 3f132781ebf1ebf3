using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>Writes entries as an iCalendar file (RFC 5545). Every event lasts all day, so no time zone is needed.</summary>
internal static class CalendarWriter
{
    private const string RefreshEvery = "PT6H";

    /// <summary>The file. On one day the same entries give the same bytes.</summary>
    /// <param name="entries">What is in it.</param>
    /// <param name="today">The day that is its time stamp, in UTC.</param>
    public static byte[] Write(IEnumerable<CalendarEntry> entries, DateOnly today)
    {
        var calendar = new Calendar { ProductId = "-//Inspection Portal//Calendar feed//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", "Inspection Portal");

        // The library has no way to give this property its parameter.
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", RefreshEvery);
        calendar.AddProperty("X-PUBLISHED-TTL", RefreshEvery);
        var stamp = new CalDateTime(today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        calendar.Events.AddRange(entries.OrderBy(e => e.On).ThenBy(e => e.Uid, StringComparer.Ordinal).Select(e => Event(e, stamp)));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? string.Empty);
    }

    private static CalendarEvent Event(CalendarEntry entry, CalDateTime stamp) => new()
    {
        Uid = entry.Uid,
        Summary = entry.Text,
        Description = entry.Partnership,
        Url = new Uri(entry.Link),
        Start = new CalDateTime(entry.On),
        End = new CalDateTime(entry.On.AddDays(1)),
        DtStamp = stamp,
        Transparency = TransparencyType.Transparent,
    };
}
