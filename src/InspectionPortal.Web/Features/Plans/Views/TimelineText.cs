using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What a timeline says of dates.</summary>
public static class TimelineText
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

    /// <summary>What the bar of a row shows, for those who do not see it; empty where it shows no more than the dates beside it.</summary>
    public static string Bar(TimelineRow row, DateOnly today, string stepWord)
    {
        var said = new List<string>();
        if (row.Bar is { } bar)
        {
            said.Add($"From {DateFormat.Full(bar.From)} to {DateFormat.Full(bar.To)}");
        }

        if (row.Stages.Count > 1)
        {
            said.Add($"Stages: {EnglishText.List([.. row.Stages.Select(DateFormat.Full)])}");
        }

        if (row.Milestones.Count > 0)
        {
            said.Add($"Milestones: {EnglishText.List([.. row.Milestones.Select(DateFormat.Full)])}");
        }

        if (row.Steps.Count > 0)
        {
            var later = row.Steps.Where(d => d >= today).ToList();
            said.Add($"{EnglishText.CountOf(row.Steps.Count, $"dated {stepWord}")}{(later.Count == 0 ? "" : $", the next on {DateFormat.Full(later.Min())}")}");
        }

        return string.Join(". ", said);
    }
}
