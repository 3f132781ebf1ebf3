namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>The quarters of a plan, an aim or a lead, oldest first.</summary>
public sealed record TrendGroup(string Name, IReadOnlyList<TrendQuarter> Quarters)
{
    /// <summary>How often the expected day of a project moved later, over all quarters.</summary>
    public int Slips => Quarters.Sum(q => q.Slips);
}
