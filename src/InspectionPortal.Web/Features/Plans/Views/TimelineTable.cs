using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The rows of a band.</summary>
public sealed record TimelineTable(TimelineBand Band, TimelineAxis? Axis, PlanContent Plan)
{
    /// <summary>The words as written, with the day they are understood as where that is not what they say.</summary>
    public static string Say(TimelineDate date)
    {
        if (date.Day is not { } day || date.Stages.Count > 0)
        {
            return date.Words;
        }

        var understood = DateFormat.Full(day);
        return date.Words.Contains(understood, StringComparison.OrdinalIgnoreCase) ? date.Words : $"{date.Words} ({understood})";
    }

    /// <summary>"31 days later", "1 day sooner".</summary>
    public static string Moved(int days) => $"{EnglishText.Count(Math.Abs(days), "day")} {(days > 0 ? "later" : "earlier")}";
}
