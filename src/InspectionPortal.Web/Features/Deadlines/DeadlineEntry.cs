using System.Globalization;

namespace InspectionPortal.Web.Features.Deadlines;

/// <summary>A deadline being typed into a form: what is refused, and what to say once it is kept.</summary>
public static class DeadlineEntry
{
    public const string ImpossibleDate = "Check the date: the calendar does not have it. Enter one that exists, such as 30 September 2020";

    /// <summary>Whether the words name a day or month that the calendar does not have.</summary>
    public static bool HasImpossibleDate(string? words) =>
        !string.IsNullOrWhiteSpace(words) && DateScanner.Scan(new DeadlineTokens(words.Trim())).Exists(mention => !mention.Exists);

    /// <summary>What the portal understood, in a sentence.</summary>
    public static string Understood(Deadline deadline) => deadline.Kind switch
    {
        _ when deadline.Text.Length == 0 => "No deadline is given.",
        DeadlineKind.List or DeadlineKind.Staged when deadline.Stages.Count > 0 => $"The deadline “{deadline.Text}” is understood as {Stages(deadline)}.",
        DeadlineKind.From when deadline.Starts is { } starts => $"The deadline “{deadline.Text}” is understood as starting on {DeadlineWords.LongDate(starts)}, without an end.",
        DeadlineKind.Immediate => $"The deadline “{deadline.Text}” is understood as at once.",
        DeadlineKind.Ongoing => $"The deadline “{deadline.Text}” is understood as going on without an end, so it is never late.",
        DeadlineKind.Relative => $"The deadline “{deadline.Text}” depends on something else, so it is never counted late.",
        DeadlineKind.ToBeAgreed => $"The deadline “{deadline.Text}” is still to be agreed.",
        DeadlineKind.NotApplicable or DeadlineKind.None => $"“{deadline.Text}” is understood as no deadline.",
        DeadlineKind.Unclear when new DeadlineCues(new DeadlineTokens(deadline.Text)).CountsFromToday() =>
            $"The deadline “{deadline.Text}” counts from the day it was written, which the portal does not know later. It is kept as written and never counted late: enter the date that is meant.",
        DeadlineKind.Unclear => $"The deadline “{deadline.Text}” is kept as written. The portal reads no date in it, so it is never counted late.",
        _ when deadline.Due is { } due => $"The deadline “{deadline.Text}” is understood as due by {DeadlineWords.LongDate(due)}.",
        _ => $"The deadline “{deadline.Text}” is kept as written, without a date to be late by.",
    };

    private static string Stages(Deadline deadline) => string.Create(
        CultureInfo.InvariantCulture,
        $"{deadline.Stages.Count} dates: {string.Join(", ", deadline.Stages.Select(s => s.Due is { } due ? DeadlineWords.LongDate(due) : "one without a date"))}");
}
