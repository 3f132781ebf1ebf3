using InspectionPortal.Domain.Text;
using System.Globalization;

namespace InspectionPortal.Domain.Deadlines;

/// <summary>A deadline being typed into a form: what is refused, and what to say once it is kept.</summary>
public static class DeadlineEntry
{
    public const string ImpossibleDate = "Enter a real date, like 30 September 2020";

    /// <summary>Whether the words name a day or month that the calendar does not have.</summary>
    public static bool HasImpossibleDate(string? words) =>
        !string.IsNullOrWhiteSpace(words) && DateScanner.Scan(new DeadlineTokens(words.Trim())).Exists(mention => !mention.Exists);

    /// <summary>What the portal understood, in a sentence.</summary>
    public static string Understood(Deadline deadline) => deadline.Kind switch
    {
        _ when deadline.Text.Length == 0 => "There is no deadline.",
        DeadlineKind.List or DeadlineKind.Staged when deadline.Stages.Count > 0 => $"The deadline “{deadline.Text}” is understood as {Stages(deadline)}.",
        DeadlineKind.From when deadline.Starts is { } starts => $"The deadline “{deadline.Text}” is understood as starting on {DateFormat.Full(starts)}, with no end date.",
        DeadlineKind.Immediate => $"The deadline “{deadline.Text}” is understood as immediate.",
        DeadlineKind.Ongoing => $"The deadline “{deadline.Text}” is understood as ongoing, so it is never late.",
        DeadlineKind.Relative => $"The deadline “{deadline.Text}” depends on something else, so it is never late.",
        DeadlineKind.ToBeAgreed => $"The deadline “{deadline.Text}” is still to be agreed.",
        DeadlineKind.NotApplicable or DeadlineKind.None => $"“{deadline.Text}” is understood as no deadline.",
        DeadlineKind.Unclear when new DeadlineCues(new DeadlineTokens(deadline.Text)).CountsFromToday() =>
            $"The deadline “{deadline.Text}” counts from the day it was written, which the portal does not know. It is kept as written and is never late. Enter a date instead.",
        DeadlineKind.Unclear => $"The deadline “{deadline.Text}” is kept as written. It has no date the portal understands, so it is never late.",
        _ when deadline.Due is { } due => $"The deadline “{deadline.Text}” is understood as due by {DateFormat.Full(due)}.",
        _ => $"The deadline “{deadline.Text}” is kept as written. It has no date, so it is never late.",
    };

    private static string Stages(Deadline deadline) => string.Create(
        CultureInfo.InvariantCulture,
        $"{deadline.Stages.Count} dates: {string.Join(", ", deadline.Stages.Select(s => s.Due is { } due ? DateFormat.Full(due) : "one without a date"))}");
}
