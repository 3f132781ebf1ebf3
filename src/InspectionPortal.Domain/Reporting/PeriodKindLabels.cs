namespace InspectionPortal.Domain.Reporting;

/// <summary>What is approved, as a word within a sentence.</summary>
public static class PeriodKindLabels
{
    /// <summary>"quarter", "plan" or "closing report".</summary>
    public static string Noun(PeriodKind? kind) => kind switch
    {
        PeriodKind.Baseline => "plan",
        PeriodKind.Closing => "closing report",
        _ => "quarter",
    };
}
