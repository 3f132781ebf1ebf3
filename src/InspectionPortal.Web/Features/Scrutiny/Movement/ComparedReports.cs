namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>Which approved reports of a plan are compared.</summary>
/// <param name="Before">The earlier one; null where the first is compared with nothing.</param>
/// <param name="After">Those after it, oldest first; empty where nothing was approved since.</param>
/// <param name="IsCorrection">True where the later one corrects the earlier one.</param>
internal sealed record ComparedReports(ReportHead? Before, IReadOnlyList<ReportHead> After, bool IsCorrection)
{
    public IEnumerable<ReportHead> All => Before is null ? After : After.Prepend(Before);

    /// <summary>The last report with the one before it, or with what was approved at a moment.</summary>
    /// <param name="plan">Whose reports.</param>
    /// <param name="since">Null for the last report and the one before it.</param>
    public static ComparedReports Of(ReportedPlan plan, DateTimeOffset? since)
    {
        var readable = plan.Readable;
        if (readable.Count == 0)
        {
            return new ComparedReports(null, [], IsCorrection: false);
        }

        var now = readable[^1];
        if (since is not { } moment)
        {
            return new ComparedReports(readable.Count > 1 ? readable[^2] : null, [now], IsCorrection: false);
        }

        // What could be read at the moment: of the last period then approved, the version of the day.
        var known = plan.Reports.Where(r => !r.IsWithheld && r.PublishedAt <= moment).OrderBy(r => r.To).ThenBy(r => r.PublishedAt)
            .LastOrDefault();
        if (known is null)
        {
            return new ComparedReports(null, readable, IsCorrection: false);
        }

        if (known.PeriodId == now.PeriodId)
        {
            return new ComparedReports(known, known.Id == now.Id ? [] : [now], IsCorrection: known.Id != now.Id);
        }

        return new ComparedReports(known, [.. readable.SkipWhile(r => r.PeriodId != known.PeriodId).Skip(1)], IsCorrection: false);
    }
}
