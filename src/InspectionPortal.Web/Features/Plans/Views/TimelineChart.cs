using System.Globalization;
using System.Text;
using InspectionPortal.Web.Components.Diagrams;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>
/// The months of a timeline and what stands in them: for each row a bar from its start to its deadline, ● the deadline and its stages,
/// ○ the first date, ◇ the forecast, ◆ milestones, short strokes for sub-actions, and a cross with a dashed bar where a date was missed.
/// Every shape differs from the others without its colour.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Today">Where the line of today is.</param>
/// <param name="Periods">Reporting periods, in the order of time.</param>
public sealed record TimelineChart(DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<TimelinePeriod> Periods)
{
    public const double Width = 730;
    public const double RowHeight = 34;
    public const double HeadHeight = 78;

    private const double Margin = 8;
    private const double Middle = 15;
    private const double HalfBar = 6;
    private const double RoomForMonth = 34;
    private const double RoomForQuarter = 12;
    private const double RoomForYear = 40;
    private const double Text = 13;
    private const double PeriodTop = 36;
    private const double PeriodHeight = 18;
    private const string Ink = "#0b0c0c";
    private const string Navy = "#10233f";
    private const string Late = "#b3261e";

    /// <summary>The months over all days that rows show, the periods among them and today; null where no row has a day.</summary>
    public static TimelineChart? Of(IReadOnlyList<TimelineRow> rows, DateOnly today, IReadOnlyList<TimelinePeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var days = rows.SelectMany(r => r.Days()).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        days.Add(today);
        var (from, last) = (new DateOnly(days.Min().Year, days.Min().Month, 1), days.Max());
        var to = new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
        return new TimelineChart(from, to, today, [.. periods.Where(p => p.To >= from && p.From <= to).OrderBy(p => p.From)]);
    }

    /// <summary>How far from the left edge a day is.</summary>
    public double At(DateOnly day) =>
        Margin + ((Width - (2 * Margin)) * (Math.Clamp(day.DayNumber, From.DayNumber, To.DayNumber + 1) - From.DayNumber) / (To.DayNumber + 1 - From.DayNumber));

    /// <summary>Years, months, reporting periods and today, for the head of the table.</summary>
    public IHtmlContent Head()
    {
        var svg = Start("p-time__head", HeadHeight);
        var room = RoomOfMonth();
        foreach (var month in Months())
        {
            var x = At(month);
            if (month == From || month.Month == 1)
            {
                var isLabelled = month.Month == 1 || At(new DateOnly(month.Year + 1, 1, 1)) - x >= RoomForYear;
                svg.Append(isLabelled ? Inv($"""<text x="{x:0.#}" y="12" font-size="{Text}" font-weight="700" fill="{Ink}">{month.Year}</text>""") : string.Empty);
            }

            if (room >= RoomForMonth || (room >= RoomForQuarter && month.Month % 3 == 1))
            {
                svg.Append(Inv($"""<text x="{x:0.#}" y="29" font-size="{Text}" fill="#484949">{month.ToString("MMM", CultureInfo.InvariantCulture)}</text>"""));
            }
        }

        foreach (var period in Periods)
        {
            Period(svg, period);
        }

        var today = At(Today);
        var isNearEnd = today > Width - RoomForYear;
        svg.Append(Inv($"""<path d="M{today - 5:0.#} 62h10l-5 7z" fill="{Navy}"/><text x="{today + (isNearEnd ? -9 : 9):0.#}" y="70" font-size="{Text}" font-weight="700" text-anchor="{(isNearEnd ? "end" : "start")}" fill="{Navy}">Today</text>"""));
        return End(svg);
    }

    /// <summary>What is behind every row: lines of months and years, every other period, today. Drawn once, as high as each row needs.</summary>
    public IHtmlContent Back()
    {
        var svg = new StringBuilder();
        for (var i = 0; i < Periods.Count; i += 2)
        {
            var (left, right) = (At(Periods[i].From), At(Periods[i].To.AddDays(1)));
            svg.Append(Inv($"""<path d="M{left:0.#} 0h{right - left:0.#}v10h-{right - left:0.#}z" fill="#f1f4f8"/>"""));
        }

        foreach (var month in Months().Where(m => m.Month % 3 == 1 || RoomOfMonth() >= RoomForQuarter))
        {
            svg.Append(Inv($"""<path d="M{At(month):0.#} 0v10" stroke="{(month.Month == 1 ? "#7b8896" : "#dfe5ec")}" vector-effect="non-scaling-stroke"/>"""));
        }

        return new HtmlString(svg.Append(Inv($"""<path d="M{At(Today):0.#} 0v10" stroke="{Navy}" stroke-width="2" stroke-dasharray="5 3" vector-effect="non-scaling-stroke"/>""")).ToString());
    }

    /// <summary>The bar and the marks of a row; the words beside it say the same.</summary>
    public IHtmlContent Bar(TimelineRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var svg = Start("p-time__bar", RowHeight);
        if (row.Bar is { } bar)
        {
            svg.Append(row.IsFinished ? Box(bar.From, bar.To, "#fff", "#5b6670", "") : Box(bar.From, bar.To, "#b9c8da", Navy, ""));
        }

        if (row.Missed is { } missed)
        {
            svg.Append(Box(missed, Today, "#fbe5e2", Late, " stroke-dasharray=\"5 3\""));
        }

        foreach (var step in row.Steps)
        {
            svg.Append(Inv($"""<path d="M{At(step):0.#} {Middle + HalfBar + 2}v8" stroke="{Ink}" stroke-width="2"/>"""));
        }

        Dates(svg, row);
        return End(svg);
    }

    private void Dates(StringBuilder svg, TimelineRow row)
    {
        if (row.Original?.Day is { } original)
        {
            svg.Append(Inv($"""<circle cx="{At(original):0.#}" cy="{Middle}" r="5.5" fill="#fff" stroke="{Ink}" stroke-width="1.5"/>"""));
        }

        foreach (var milestone in row.Milestones)
        {
            svg.Append(Diamond(milestone, Ink));
        }

        foreach (var day in row.Stages)
        {
            svg.Append(day == row.Missed ? Cross(day) : Inv($"""<circle cx="{At(day):0.#}" cy="{Middle}" r="5" fill="{Ink}"/>"""));
        }

        if (row.Forecast?.Day is { } forecast)
        {
            svg.Append(Diamond(forecast, "#fff"));
        }
    }

    private void Period(StringBuilder svg, TimelinePeriod period)
    {
        var (left, right) = (At(period.From), At(period.To.AddDays(1)));
        svg.Append(Inv($"""<rect x="{left + .5:0.#}" y="{PeriodTop + .5}" width="{Math.Max(1, right - left - 1):0.#}" height="{PeriodHeight - 1}" fill="#fff" stroke="#7b8896"/>"""));
        var brief = string.Create(CultureInfo.InvariantCulture, $"{period.From:MMM}–{period.To:MMM}");
        if (new[] { period.Title, brief }.FirstOrDefault(w => NodeLayout.Wrap(w, right - left - 6, Text, isBold: false, 1) is [var line] && line == w) is { } words)
        {
            svg.Append(Inv($"""<text x="{left + 4:0.#}" y="{PeriodTop + 13}" font-size="{Text}" fill="{Ink}">{DiagramSvg.Escaped(words)}</text>"""));
        }
    }

    private string Box(DateOnly from, DateOnly to, string fill, string stroke, string dashes) =>
        Inv($"""<rect x="{At(from):0.#}" y="{Middle - HalfBar}" width="{Math.Max(1, At(to) - At(from)):0.#}" height="{2 * HalfBar}" fill="{fill}" stroke="{stroke}" stroke-width="1.5"{dashes}/>""");

    private string Diamond(DateOnly day, string fill) =>
        Inv($"""<path d="M{At(day):0.#} {Middle - 7.5}l7.5 7.5-7.5 7.5-7.5-7.5z" fill="{fill}" stroke="{Ink}" stroke-width="1.5"/>""");

    private string Cross(DateOnly day) =>
        Inv($"""<path class="p-time__missed" d="M{At(day) - 6:0.#} {Middle - 6}l12 12m0-12l-12 12" stroke="{Late}" stroke-width="3.5" fill="none"/>""");

    private double RoomOfMonth() => (Width - (2 * Margin)) / Math.Max(1, ((To.Year - From.Year) * 12) + To.Month - From.Month + 1);

    private IEnumerable<DateOnly> Months()
    {
        for (var month = From; month <= To; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    private static StringBuilder Start(string kind, double height) => new(
        Inv($"""<svg class="{kind}" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" aria-hidden="true" focusable="false">"""));

    private static HtmlString End(StringBuilder text) => new(text.Append("</svg>").ToString());

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
