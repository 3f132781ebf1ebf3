using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Where a recommendation and an aim meet: the projects of the aim that answer the recommendation.</summary>
public sealed record CoverageCell(CoveragePage Page, CoverageRow Row, CoverageAim Aim)
{
    /// <summary>So many are shown of one kind of link; a link leads to the others.</summary>
    public const int Most = 12;

    private IEnumerable<CoveringProject> Work => Row.Work.Where(w => w.Project.AimId == Aim.Id);

    /// <summary>By what carries the link, the nearest first.</summary>
    public IReadOnlyList<(CoverageThrough Through, IReadOnlyList<CoveringProject> Work)> Groups =>
        [.. Work.GroupBy(w => w.Through).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<CoveringProject>)[.. g]))];

    public bool IsFiledWithoutWork => Row.FiledUnder == Aim && !Work.Any();

    /// <summary>What stands before projects that answer through something else.</summary>
    public static string? Heading(CoverageThrough through) => through switch
    {
        CoverageThrough.Aim => "Linked to the whole aim:",
        CoverageThrough.Driver => "Linked to a driver:",
        CoverageThrough.Measure => "Linked to a measure:",
        _ => null,
    };
}
