using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What must hold of an update, in one place for the form, the review and the tests.</summary>
public static class UpdateRules
{
    /// <summary>True for a code of the partnership's key and for "not-rated".</summary>
    public static bool IsRating(string code, IReadOnlyList<Rating> key) =>
        code == Rating.NotRated.Code || key.Any(r => string.Equals(r.Code, code, StringComparison.Ordinal));

    /// <summary>
    /// True where a forecast is later than what the plan asks for next. Two deadlines with stages are compared by their
    /// next stages; words without a date never move anything.
    /// </summary>
    public static bool MovesPast(Deadline forecast, Deadline deadline, DateOnly today) =>
        !forecast.Equals(deadline) && forecast.NextDue(today) is { } expected && deadline.NextDue(today) is { } asked && expected > asked;

    /// <summary>
    /// Why nothing can be written in that period now; null where it can. After closing, only the partnership lead writes.
    /// </summary>
    public static string? ClosedBecause(string title, PeriodState state, bool isLead) => state switch
    {
        PeriodState.Open => null,
        PeriodState.WithLead when isLead => null,
        PeriodState.WithLead => $"{title} is closed for updates. Ask the partnership lead to add what is missing.",
        PeriodState.Submitted => $"{title} is with the chief officers. Report new changes in the next period.",
        _ => $"{title} is approved. Report new changes in the next period.",
    };

    /// <summary>Why this update cannot be changed that way any more; null where it can.</summary>
    public static string? WhyLocked(ProgressUpdate? update, UpdateIntent intent)
    {
        var next = intent == UpdateIntent.Submit ? UpdateState.Submitted : UpdateState.Draft;
        return update is null || update.CanBecome(next) ? null
            : update.State == UpdateState.Accepted ? "This update is accepted and cannot be changed. Report new changes in the next period."
            : "This update is submitted. To change it, submit it again.";
    }

    /// <summary>What is missing before the update can be submitted.</summary>
    /// <param name="command">The form.</param>
    /// <param name="deadline">The project's deadline in the plan.</param>
    /// <param name="known">The forecast accepted last, whose slip has its reason already.</param>
    /// <param name="today">The plan's today.</param>
    public static List<FieldError> Validate(WriteUpdate command, Deadline deadline, Deadline known, DateOnly today)
    {
        var errors = new List<FieldError>();
        if (!command.NoChange && !command.Entries.Exists(e => e.Text is not null))
        {
            errors.Add(new("Entries[0].Text", "Enter what has changed, or tick “No change since last quarter”"));
        }

        for (var i = 0; i < command.Entries.Count; i++)
        {
            if (command.Entries[i] is { SaysNothing: false, Text: null } && errors.TrueForAll(e => e.Field != $"Entries[{i}].Text"))
            {
                errors.Add(new($"Entries[{i}].Text", "Enter the agency’s update, or clear its date and measure"));
            }
        }

        CheckRating(command, errors);
        CheckStatus(command, errors);
        CheckForecast(command, deadline, known, today, errors);
        return errors;
    }

    private static void CheckRating(WriteUpdate command, List<FieldError> errors)
    {
        if (command.Rag is null)
        {
            errors.Add(new(nameof(WriteUpdate.Rag), "Choose a rating, or choose Not rated and enter why"));
        }
        else if (command.Rag == Rating.NotRated.Code && command.NotRatedReason is null)
        {
            errors.Add(new(nameof(WriteUpdate.NotRatedReason), "Enter why it is not rated"));
        }
    }

    private static void CheckStatus(WriteUpdate command, List<FieldError> errors)
    {
        if (command.Status is null)
        {
            errors.Add(new(nameof(WriteUpdate.Status), "Choose a status"));
        }
        else if (command.Status == ProjectStatus.Stopped && command.StatusReason is null)
        {
            errors.Add(new(nameof(WriteUpdate.StatusReason), "Enter why the work was stopped"));
        }
    }

    private static void CheckForecast(WriteUpdate command, Deadline deadline, Deadline known, DateOnly today, List<FieldError> errors)
    {
        var forecast = DeadlineParser.Parse(command.Forecast);
        if (forecast.Kind == DeadlineKind.Unclear)
        {
            errors.Add(new(nameof(WriteUpdate.Forecast), "Enter a date, like 31 December 2020, or “to be agreed”"));
        }
        else if (command.SlipReason is null && !forecast.Equals(known) && MovesPast(forecast, deadline, today))
        {
            errors.Add(new(nameof(WriteUpdate.SlipReason), $"Enter why the date has moved. The plan says {deadline.Text}"));
        }
    }
}
