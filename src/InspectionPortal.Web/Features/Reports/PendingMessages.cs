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
        { CorrectionReason: not null, State: SubmissionState.Published } => "This correction is approved. The corrected report is published.",
        _ => QuarterLock.Explain(state),
    };

    /// <summary>Something newer waits than what the form shows.</summary>
    public static string Newer(bool isCorrection) => isCorrection
        ? "A correction was sent after you opened the report, so nothing is decided. Check the correction, then decide."
        : "The quarter was submitted again after you opened the report, so it is not approved. Check the newest report, then decide.";

    public static string OwnSubmission(bool isCorrection) => isCorrection
        ? "You sent this correction, so another chief officer must decide on it."
        : "You submitted this quarter, so another chief officer must decide on it.";

    public static string AlsoLead(bool isCorrection) =>
        $"You are also a partnership lead, so another chief officer must decide on this {Noun(isCorrection)}. "
        + "The platform administrator can allow you to.";

    /// <summary>They decided before.</summary>
    public static string Decided(ApprovalDecision decision, bool isCorrection) => decision switch
    {
        ApprovalDecision.Dissent =>
            "You have already recorded that you do not agree. If it needs to be returned, ask another chief officer.",
        _ => $"You have already approved this {(isCorrection ? "correction" : "report")}. "
            + "If it needs to be returned, ask another chief officer.",
    };

    private static string Noun(bool isCorrection) => isCorrection ? "correction" : "quarter";
}
