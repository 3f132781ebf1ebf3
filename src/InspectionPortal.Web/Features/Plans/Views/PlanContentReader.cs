using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What a view needs beside aims, drivers, projects, sub-actions and recommendations.</summary>
[Flags]
internal enum PlanViewOptions
{
    None = 0,
    Measures = 1,
    Agencies = 2,
}

/// <summary>
/// Reads a plan for its views; null where there is none to be read under the filter's id.
/// </summary>
internal sealed class PlanContentReader(PortalDbContext database, CurrentSession current, PlanClock clock)
{
    /// <summary>Reads with the filter's words, recommendations and rows.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="parts">What the view needs.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<PlanContent?> ReadAsync(PlanFilter filter, PlanViewOptions parts, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var heads = await ReadHeadsAsync(access, cancellationToken);
        var head = heads.FirstOrDefault(h => h.Head.Id.ToString() == filter.Plan);
        if (head is null)
        {
            return null;
        }

        var rows = new PlanViewRows(database, head.Head.Id);
        var aims = head.Aims;
        var projects = await rows.ProjectsAsync(filter, PlanSearchScope.Of(access), cancellationToken);
        var asked = await rows.RecommendationsAsync(cancellationToken);
        var steps = await rows.StepsAsync(cancellationToken);
        var measures = parts.HasFlag(PlanViewOptions.Measures) ? await rows.MeasuresAsync(cancellationToken) : [];
        var assembly = new PlanTree(access.Partnership.RagKey, clock.Today, asked, steps, measures);
        var items = projects.ConvertAll(assembly.Project);
        var found = projects.Where(p => p.IsFound).Select(p => p.Id).ToHashSet();
        var kept = items.ToLookup(p => p.AimId, p => p);
        var shown = aims.Select(a => assembly.Aim(
            a, [.. kept[a.Id].Where(p => found.Contains(p.Id) && filter.Takes(Filtered(a, p)))], filter.IsEmpty));
        return Content(access, filter, head, heads, [.. shown.Where(a => filter.IsEmpty || a.All.Count > 0)], OptionsOf(aims, items, asked, access)) with
        {
            Recommendations = asked,
            Total = items.Count(p => p.IsReal),
            HasAims = aims.Count > 0,
            Agencies = parts.HasFlag(PlanViewOptions.Agencies) ? await ReadAgenciesAsync(cancellationToken) : [],
            AgencyOf = AgenciesOf([.. projects.SelectMany(p => p.Leads), .. steps.SelectMany(s => s.Owners)], measures),
        };
    }

    private static FilteredProject Filtered(AimRow aim, ProjectItem project) => new(
        aim.Number, FilteredProject.DriversOf(project.DriverId, id => aim.Drivers.Find(d => d.Id == id)?.ParentId),
        project.IsReal ? project.Status : null, project.Rating, project.Leads, project.Owners, project.Late.IsLate);

    private PlanContent Content(
        TenantAccess access, PlanFilter filter, HeadRow head, IReadOnlyList<HeadRow> heads, IReadOnlyList<AimItem> aims, PlanOptions options) => new(
            head.Head, [.. heads.Select(h => new PlanOption(h.Head.Id.ToString(), h.Head.Title))], filter, options, aims, [],
            [], 0, false, access.Has(Permission.EditPlan) && head.Head.State != PlanState.Closed, access.Partnership.Vocabulary,
                access.Partnership.RagKey, clock.Today);

    /// <summary>The plans that may be read, each with its aims and drivers: a partnership has few of all three.</summary>
    private Task<List<HeadRow>> ReadHeadsAsync(TenantAccess access, CancellationToken cancellationToken) =>
        database.PlansFor(access).AsNoTracking().OrderByDescending(p => p.Id)
            .Select(p => new HeadRow(
                new PlanViewHead(p.Id, p.Title, p.PeriodText, p.State) { From = p.PeriodFrom },
                p.Aims.OrderBy(a => a.Position).ThenBy(a => a.Id).Select(a => new AimRow(
                    a.Id, a.Number, a.Statement, a.Vision, a.Source,
                    a.Drivers.OrderBy(d => d.Position).ThenBy(d => d.Id).Select(d => new DriverRow(d.Id, d.ParentId, d.Text, d.Source)).ToList())).ToList()))
            .ToListAsync(cancellationToken);

    private Task<List<AgencyItem>> ReadAgenciesAsync(CancellationToken cancellationToken) =>
        database.Agencies.AsNoTracking().OrderBy(a => a.Code).ThenBy(a => a.Id)
            .Select(a => new AgencyItem(a.Id, a.Code, a.Name, a.Chair, a.ReportsToId)).ToListAsync(cancellationToken);

    private static PlanOptions OptionsOf(List<AimRow> aims, List<ProjectItem> projects, List<AskedItem> asked, TenantAccess access) => new(
        [.. aims.Select(a => new PlanOption(a.Number, $"{Headed(access)} {a.Number}"))],
        PlanOptions.AllStatuses,
        [.. access.Partnership.RagKey.OrderBy(r => r.Order).Append(Rating.NotRated).Select(r => new PlanOption(r.Code, r.Name))],
        [.. projects.SelectMany(p => p.Leads.Concat(p.Steps.SelectMany(s => s.Owners))).DistinctBy(l => l.ResponsibilityId)
            .OrderBy(l => l.Name, StringComparer.CurrentCulture).Select(l => new PlanOption(l.ResponsibilityId.ToString(), l.Name))],
        [.. asked.Select(r => new PlanOption(r.Id.ToString(), $"{access.Partnership.Vocabulary.RecommendationWord} {r.Number}"))])
    {
        Drivers = [.. aims.SelectMany(a => a.Drivers).Select(d => new PlanOption(d.Id.ToString(), EnglishText.Cut(d.Text, PlanFilter.ChipLength)))],
        StepWord = access.Partnership.Vocabulary.SubActionWord,
    };

    private static string Headed(TenantAccess access)
    {
        var word = EnglishText.Said(access.Partnership.Vocabulary.StretchAimWord, "aim");
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static Dictionary<Guid, Guid> AgenciesOf(IEnumerable<LeadRow> leads, IEnumerable<MeasureRow> measures) =>
        leads.Select(l => ((Guid?)l.Id, l.AgencyId)).Concat(measures.Select(m => (m.LeadId, m.AgencyId)))
            .Where(l => l is { Item1: not null, AgencyId: not null }).DistinctBy(l => l.Item1).ToDictionary(l => l.Item1!.Value, l => l.AgencyId!.Value);

    private sealed record HeadRow(PlanViewHead Head, List<AimRow> Aims);
}
