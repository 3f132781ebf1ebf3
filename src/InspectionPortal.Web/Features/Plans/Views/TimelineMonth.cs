using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What falls into a month, for a list where there is no room for the chart.</summary>
public sealed record TimelineMonth(string Heading, IReadOnlyList<TimelineRow> Rows)
{
    /// <summary>Every month that has something, in the order of time.</summary>
    public static IReadOnlyList<TimelineMonth> Of(IEnumerable<TimelineRow> rows) =>
    [
        .. rows.Where(r => r.ListedOn is not null).OrderBy(r => r.ListedOn).GroupBy(r => (r.ListedOn!.Value.Year, r.ListedOn.Value.Month))
            .Select(g => new TimelineMonth(DateFormat.Month(new DateOnly(g.Key.Year, g.Key.Month, 1)), [.. g])),
    ];
}
