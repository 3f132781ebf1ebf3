namespace InspectionPortal.Web.Data.Queries;

/// <summary>What is missing among the reports that somebody reads.</summary>
public static class WithheldReports
{
    /// <summary>Titles of the periods of the same plans that are missing from <paramref name="reports"/> because they are
    /// withheld.</summary>
    public static IReadOnlyList<string> TitlesOf(this IReadOnlyList<WithheldReport> withheld, IReadOnlyList<ApprovedReport> reports)
    {
        var plans = reports.Select(r => r.PlanId).ToHashSet();
        return
        [
            .. withheld.Where(w => plans.Contains(w.PlanId) && reports.All(r => r.PeriodId != w.PeriodId)).DistinctBy(w => w.PeriodId)
                .Select(w => w.Title),
        ];
    }
}
