using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>
/// The ratings of a plan, of each aim and of each lead over its approved reports, and how often the expected day moved later.
/// Projects that need no action are not counted. A project with several leads counts for each of them.
/// </summary>
public sealed class RatingTrend
{
    private const string NoLead = "No lead";

    /// <summary>Counts the reports of one plan, oldest first.</summary>
    public RatingTrend(IReadOnlyList<QuarterSnapshot> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var expected = new ExpectedDates();
        var counted = reports.Select(r =>
            (IReadOnlyList<CountedProject>)[.. ComparedProject.Of(r).Select(p => new CountedProject(p, expected.Slips(p.Project)))
            .Where(c => c.Project.IsWork)]).ToList();
        Reports = reports;
        Plan = Group(string.Empty, counted, _ => true);
        var last = new Dictionary<Guid, SnapshotAim>();
        foreach (var aim in reports.SelectMany(r => r.Aims))
        {
            last[aim.Id] = aim;
        }

        Aims = [.. last.Values.OrderBy(Place).Select(a => Group($"{a.Number}. {a.Statement}", counted, c => c.Project.Aim.Id == a.Id))];
        Leads =
        [
            .. counted.SelectMany(c => c).SelectMany(c => LeadsOf(c.Project.Project)).Distinct(StringComparer.Ordinal)
                .OrderBy(n => n == NoLead).ThenBy(n => n, StringComparer.CurrentCulture)
                .Select(n => Group(n, counted, c => LeadsOf(c.Project.Project).Contains(n, StringComparer.Ordinal))),
        ];

        int Place(SnapshotAim aim) => reports[^1].Aims.Select((a, i) => (a.Id, Index: i)).Where(a => a.Id == aim.Id)
            .Select(a => a.Index).FirstOrDefault(int.MaxValue);
    }

    public IReadOnlyList<QuarterSnapshot> Reports { get; }

    public TrendGroup Plan { get; }

    /// <summary>In the order of the newest report; aims that it no longer has come last.</summary>
    public IReadOnlyList<TrendGroup> Aims { get; }

    public IReadOnlyList<TrendGroup> Leads { get; }

    private static IEnumerable<string> LeadsOf(SnapshotProject project) =>
        project.Leads.Where(l => l.Kind == LeadKind.Lead).Select(l => l.Name).DefaultIfEmpty(NoLead);

    private TrendGroup Group(string name, List<IReadOnlyList<CountedProject>> counted, Func<CountedProject, bool> isIn) => new(
        name,
        [
            .. Reports.Zip(counted, (report, all) =>
            {
                var inside = all.Where(isIn).ToList();
                return new TrendQuarter(
                    report.Period.Title,
                    [.. report.RatingKey.OrderBy(r => r.Order).Append(Rating.NotRated)
                        .Select(r => new RatingCount(r, inside.Count(c => c.Project.Rating == r), null))],
                    inside.Count(c => c.IsSlipped));
            }),
        ]);

    private sealed record CountedProject(ComparedProject Project, bool IsSlipped);
}
