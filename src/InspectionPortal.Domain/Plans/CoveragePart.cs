namespace InspectionPortal.Domain.Plans;

/// <summary>Some of the recommendations, and what is missing among them.</summary>
public sealed record CoveragePart(IReadOnlyList<CoverageRow> Rows)
{
    public IReadOnlyList<CoverageRow> NoWork => [.. Rows.Where(r => !r.HasWork)];

    public IReadOnlyList<CoverageRow> NoMeasure => [.. Rows.Where(r => r.Measures.Count == 0)];

    /// <summary>Nobody is named for any of the work; a recommendation without work has nobody either.</summary>
    public IReadOnlyList<CoverageRow> NoLead => [.. Rows.Where(r => !r.HasLead)];

    public IReadOnlyList<CoverageRow> NoEvidence => [.. Rows.Where(r => r.Evidence.Count == 0)];

    /// <summary>Filed under one aim while all the work is in others.</summary>
    public IReadOnlyList<CoverageRow> Elsewhere => [.. Rows.Where(r => r.IsElsewhere)];

    /// <summary>True where each has work against it. A plan without any recommendation covers nothing.</summary>
    public bool IsCovered => Rows.Count > 0 && NoWork.Count == 0;
}
