namespace InspectionPortal.Domain.People;

/// <summary>Which agency reports to which. Nobody reports to themselves, directly or through others.</summary>
public static class AgencyHierarchy
{
    /// <summary>The agencies from one upwards, each once.</summary>
    /// <param name="first">Where to start; null for none.</param>
    /// <param name="all">The partnership's agencies by id.</param>
    public static IReadOnlyList<Agency> Above(Guid? first, IReadOnlyDictionary<Guid, Agency> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var chain = new List<Agency>();
        while (first is { } id && all.TryGetValue(id, out var agency) && !chain.Contains(agency))
        {
            chain.Add(agency);
            first = agency.ReportsToId;
        }

        return chain;
    }
}
