using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The one axis of a timeline, and the track of each row on it: first date ○, date in force ●, forecast ◇, and today.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Today">Where the line of today stands.</param>
public sealed record TimelineAxis(DateOnly From, DateOnly To, DateOnly Today)
{
    public const double Width = 300;

    private const double Margin = 10;
    private const double Height = 24;
    private const double Middle = 12;
    private const int MonthsInQuarters = 18;
    private const int MonthsInHalves = 42;
    private const double LabelRoom = 34;
    private const double HalfLabel = 21;

    /// <summary>The axis over all days that rows show, and today; null where no row has a day.</summary>
    public static TimelineAxis? Of(IReadOnlyList<TimelineRow> rows, DateOnly today)
    {
        var days = rows.SelectMany(r => r.Days()).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var (first, last) = (days.Append(today).Min(), days.Append(today).Max());
        var from = new DateOnly(first.Year, first.Month, 1);
        var to = new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
        return new TimelineAxis(from, to, today);
    }

    /// <summary>How far along the track a day stands.</summary>
    public double At(DateOnly day) =>
        Margin + ((Width - (2 * Margin)) * (day.DayNumber - From.DayNumber) / Math.Max(1, To.DayNumber - From.DayNumber));

    /// <summary>Marks and labels for the table's head: years, or halves and quarters where the time is short.</summary>
    public IHtmlContent Head()
    {
        var text = Start("p-axis");
        var step = (((To.Year - From.Year) * 12) + To.Month - From.Month) switch
        {
            <= MonthsInQuarters => 3,
            <= MonthsInHalves => 6,
            _ => 12,
        };
        var last = double.MinValue;
        for (var day = From; day <= To; day = day.AddMonths(1))
        {
            var isMarked = (day.Month - 1) % step == 0;
            var x = At(day);
            if (isMarked && x - last >= LabelRoom && x < Width - LabelRoom)
            {
                var label = step < 12 ? day.ToString("MMM yy", CultureInfo.InvariantCulture) : day.Year.ToString(CultureInfo.InvariantCulture);
                text.Append(Inv($"""<path d="M{x:0.#} 18v6" stroke="#7b8896"/><text x="{Math.Max(x, HalfLabel):0.#}" y="13" font-size="13" fill="#484949">{label}</text>"""));
                last = x + LabelRoom;
            }
        }

        return End(text.Append(Inv($"""<path d="M{At(Today):0.#} 16v8" stroke="#10233f" stroke-width="2"/>""")));
    }

    /// <summary>The track of a row, for those who see it; the words beside it say the same.</summary>
    public IHtmlContent Track(TimelineRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var text = Start("p-track");
        text.Append(Inv($"""<path d="M0 {Middle}H{Width}" stroke="#d5dbe2"/><path d="M{At(Today):0.#} 0v{Height}" stroke="#10233f" stroke-width="1.5" stroke-dasharray="3 2"/>"""));
        var days = row.Days().Order().ToList();
        if (days.Count > 1)
        {
            text.Append(Inv($"""<path d="M{At(days[0]):0.#} {Middle}H{At(days[^1]):0.#}" stroke="#0b0c0c" stroke-width="2"/>"""));
        }

        if (row.Original?.Day is { } original)
        {
            text.Append(Inv($"""<circle cx="{At(original):0.#}" cy="{Middle}" r="5" fill="#fff" stroke="#0b0c0c" stroke-width="1.5"/>"""));
        }

        foreach (var stage in row.Current?.Stages ?? [])
        {
            text.Append(Inv($"""<circle cx="{At(stage):0.#}" cy="{Middle}" r="3.5" fill="#0b0c0c"/>"""));
        }

        if (row.Current?.Day is { } current)
        {
            text.Append(Inv($"""<circle cx="{At(current):0.#}" cy="{Middle}" r="5" fill="#0b0c0c"/>"""));
        }

        if (row.Forecast?.Day is { } forecast)
        {
            text.Append(Inv($"""<path d="M{At(forecast):0.#} {Middle - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z" fill="#fff" stroke="#0b0c0c" stroke-width="1.5"/>"""));
        }

        return End(text);
    }

    private static StringBuilder Start(string kind) => new(
        Inv($"""<svg class="p-timeline__svg {kind}" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" aria-hidden="true" focusable="false">"""));

    private static HtmlString End(StringBuilder text) => new(text.Append("</svg>").ToString());

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
