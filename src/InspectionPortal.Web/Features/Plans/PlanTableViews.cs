namespace InspectionPortal.Web.Features.Plans;

/// <summary>What an address calls the two ways to show the table.</summary>
public static class PlanTableViews
{
    /// <summary>The view below the plan's address.</summary>
    public const string Brief = "?view=short";

    /// <summary>The partnership's own columns, below the plan's address.</summary>
    public const string Written = "?view=written";

    /// <summary>The view that an address asks for; null where it asks for none that exists.</summary>
    public static PlanTableView? Find(string? view) => view?.ToUpperInvariant() switch
    {
        "SHORT" => PlanTableView.Brief,
        "WRITTEN" => PlanTableView.Written,
        _ => null,
    };
}
