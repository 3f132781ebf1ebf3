namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Filters and sorts the rows of the overview.</summary>
internal static class PartnershipRows
{
    public static IReadOnlyList<PartnershipRow> Of(IEnumerable<PartnershipRow> rows, InspectFilter filter, DateOnly today)
    {
        var shown = rows.Where(r => IsNamed(r, filter.Q) && Shows(r, filter.Show, today));

        // The rows come in the order of their names, and sorting keeps that order among equals.
        return
        [
            .. filter.Sort switch
            {
                PartnershipSort.Approved => shown.OrderBy(r => r.LastQuarter is null).ThenBy(r => r.LastQuarter,
                    StringComparer.CurrentCulture),
                PartnershipSort.Up => shown.OrderByDescending(r => r.Up),
                PartnershipSort.Down => shown.OrderByDescending(r => r.Down),
                PartnershipSort.First => shown.OrderByDescending(r => r.FirstRated),
                PartnershipSort.Slips => shown.OrderByDescending(r => r.Slips),
                PartnershipSort.Signals => shown.OrderByDescending(r => r.Signals.Count),
                PartnershipSort.Evidence => shown.OrderByDescending(r => r.Released),
                PartnershipSort.NoEvidence => shown.OrderByDescending(r => r.WithoutEvidence ?? -1),
                PartnershipSort.Next => shown.OrderBy(r => r.NextReport ?? DateOnly.MaxValue),
                _ => shown,
            },
        ];
    }

    /// <summary>True where the row is one of those.</summary>
    public static bool Shows(PartnershipRow row, PartnershipsShown show, DateOnly today) => show switch
    {
        PartnershipsShown.Moved => row.Moved > 0,
        PartnershipsShown.Worse => row.Down + row.Slips > 0,
        PartnershipsShown.NoEvidence => row.WithoutEvidence > 0,
        PartnershipsShown.Overdue => row.NextReport < (row.AsAt ?? today),
        _ => true,
    };

    private static bool IsNamed(PartnershipRow row, string? words) => words is null
        || row.Partnership.Name.Contains(words, StringComparison.CurrentCultureIgnoreCase)
        || row.PlanTitle?.Contains(words, StringComparison.CurrentCultureIgnoreCase) == true;
}
