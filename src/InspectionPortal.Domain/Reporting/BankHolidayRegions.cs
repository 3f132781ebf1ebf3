namespace InspectionPortal.Domain.Reporting;

/// <summary>Names of the regions, and a guess at a partnership's own.</summary>
public static class BankHolidayRegions
{
    /// <summary>"Northern Ireland".</summary>
    public static string NameOf(BankHolidayRegion region) => region switch
    {
        BankHolidayRegion.EnglandAndWales => "England and Wales",
        BankHolidayRegion.NorthernIreland => "Northern Ireland",
        _ => region.ToString(),
    };

    /// <summary>
    /// What is offered before anyone has chosen: Jersey by its time zone; Scotland and Northern Ireland by who inspected there;
    /// England and Wales otherwise.
    /// </summary>
    /// <param name="timeZone">IANA name of the partnership's time zone.</param>
    /// <param name="inspectedBy">Names of the bodies that inspected the partnership.</param>
    public static BankHolidayRegion Suggest(string timeZone, IReadOnlyCollection<string> inspectedBy)
    {
        if (string.Equals(timeZone, "Europe/Jersey", StringComparison.Ordinal) || Any(inspectedBy, "Jersey"))
        {
            return BankHolidayRegion.Jersey;
        }

        if (Any(inspectedBy, "Northern Ireland") || inspectedBy.Contains("RQIA", StringComparer.OrdinalIgnoreCase))
        {
            return BankHolidayRegion.NorthernIreland;
        }

        // "Care Inspectorate" alone is Scotland's; the one of Wales has Wales in its name.
        var isScottish = Any(inspectedBy, "Scotland") || Any(inspectedBy, "Scottish")
            || inspectedBy.Contains("Care Inspectorate", StringComparer.OrdinalIgnoreCase);
        return isScottish ? BankHolidayRegion.Scotland : BankHolidayRegion.EnglandAndWales;
    }

    private static bool Any(IReadOnlyCollection<string> names, string part) =>
        names.Any(n => n.Contains(part, StringComparison.OrdinalIgnoreCase));
}
