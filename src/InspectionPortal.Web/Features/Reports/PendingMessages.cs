using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Why somebody cannot decide on what is with the chief officers: a quarter, or a correction of its published report.</summary>
internal static class PendingMessages
{
    /// <summary>Nothing waits for a decision.</summary>
    public static string NotWaiting(PeriodState state, Submission? newest) => newest switch
    {
        { CorrectionReason: not null, State: SubmissionState.Returned } =>
            "This correction was returned to the partnership lead. You can decide on it when it is sent again.",
        { CorrectionReason: not null, State: SubmissionState.Published } =>
            "This correction is approved. The corrected report is published.",
        _ => QuarterLock.Explain(state),
    };

    /// <summary>Something newer waits than what the form shows.</summary>
    public static string Newer(bool isCorrection) => isCorrection
        ? "A correction was sent after you opened the report, so nothing is decided. Check the correction, then decide."
        : "The quarter was submitted again after you opened the report, so it is not approved. Check the newest report, then decide.";

    /// <summary>They, or the chief officer for whom they decide, submitted it.</summary>
    public static string OwnSubmission(Vote vote, Guid submittedBy, bool isCorrection) =>
        vote.Delegation is { } delegation && submittedBy == vote.OfficerId
            ? $"{delegation.OfficerName} {Sent(isCorrection)}, so you cannot decide on it for them."
            : $"You {Sent(isCorrection)}, so another chief officer must decide on it.";

    /// <summary>They, or the chief officer for whom they decide, are a partnership lead too.</summary>
    public static string AlsoLead(Vote vote, bool isCorrection) => vote.Delegation is { } delegation
        ? $"{delegation.OfficerName} is also a partnership lead, so another chief officer must decide on this {Noun(isCorrection)}."
        : $"You are also a partnership lead, so another chief officer must decide on this {Noun(isCorrection)}. "
            + "The platform administrator can allow you to.";

    /// <summary>Their vote was cast before.</summary>
    public static string Decided(Vote vote, Approval earlier, bool isCorrection)
    {
        var what = earlier.Decision == ApprovalDecision.Dissent
            ? "recorded dissent" : $"approved this {(isCorrection ? "correction" : "report")}";
        var who = (earlier.UserId == vote.PersonId, vote.Delegation) switch
        {
            (true, _) when earlier.Decision == ApprovalDecision.Dissent => "You have already recorded that you do not agree.",
            (true, _) => $"You have already {what}.",
            (_, null) => $"Your delegate has already {what} for you.",
            (_, { } delegation) when earlier.UserId == vote.OfficerId => $"{delegation.OfficerName} has already {what}.",
            (_, { } delegation) => $"Someone has already {what} for {delegation.OfficerName}.",
        };
        return $"{who} If it needs to be returned, ask another chief officer.";
    }

    private static string Sent(bool isCorrection) => isCorrection ? "sent this correction" : "submitted this quarter";

    private static string Noun(bool isCorrection) => isCorrection ? "correction" : "quarter";
}
