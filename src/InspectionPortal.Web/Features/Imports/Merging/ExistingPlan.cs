using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>A plan as it stands, in as much detail as an import compares; and what the partnership knows besides.</summary>
internal sealed class ExistingPlan
{
    public required Guid? PlanId { get; init; }
    public required List<StretchAim> Aims { get; init; }
    public required List<KeyDriver> Drivers { get; init; }
    public required List<ImprovementProject> Projects { get; init; }
    public required List<LeadResponsibility> Responsibilities { get; init; }
    public required List<Recommendation> Recommendations { get; init; }
    public required List<KnownMeasureRow> Measures { get; init; }
    public required List<KnownEntryRow> Entries { get; init; }
    public required List<KnownAgencyRow> Agencies { get; init; }

    /// <summary>What came as the copy of a plan in the file and is laid under its words; null where nothing did.</summary>
    public CopiedPlan? Copied { get; private set; }

    /// <summary>Links that came with it.</summary>
    public IReadOnlyList<RecommendationLink> CopiedLinks { get; private set; } = [];

    public Dictionary<Guid, List<ProjectLead>> Leads { get; } = [];
    public Dictionary<Guid, List<SubAction>> Steps { get; } = [];
    public Dictionary<Guid, List<SubActionOwner>> Owners { get; } = [];
    public Dictionary<Guid, List<CategoryNote>> Notes { get; } = [];

    /// <summary>Reads it in eight commands, however large the plan; tracked where it is to be changed.</summary>
    public static async Task<ExistingPlan> ReadAsync(PortalDbContext database, Guid? planId, bool isTracked,
        CancellationToken cancellationToken)
    {
        var id = planId ?? Guid.Empty;
        IQueryable<T> From<T>(IQueryable<T> set)
            where T : class => isTracked ? set : set.AsNoTracking();
        var state = new ExistingPlan
        {
            PlanId = planId,
            Responsibilities = await From(database.LeadResponsibilities).OrderBy(r => r.Name).ToListAsync(cancellationToken),
            Recommendations = await database.Recommendations.AsNoTracking().Include(r => r.Links).OrderBy(r => r.Position).ToListAsync(cancellationToken),
            Aims = await From(database.StretchAims).Where(a => a.PlanId == id).Include(a => a.Drivers).OrderBy(a => a.Position).ThenBy(a => a.Id).ToListAsync(cancellationToken),
            Drivers = [],
            Projects = await From(database.Projects).Where(p => p.Aim!.PlanId == id).Include(p => p.Leads).Include(p => p.CategoryNotes).AsSingleQuery()
                .OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken),
            Measures = await MeasuresAsync(database, id, cancellationToken),
            Entries = await EntriesAsync(database, id, cancellationToken),
            Agencies = await database.Agencies.AsNoTracking().Select(a => new KnownAgencyRow(a.Id, a.Code, a.Name)).ToListAsync(cancellationToken),
        };
        state.Drivers.AddRange(state.Aims.SelectMany(a => a.Drivers).OrderBy(d => d.Position).ThenBy(d => d.Id));
        var steps = await From(database.SubActions).Where(s => s.Project!.Aim!.PlanId == id).Include(s => s.Owners)
            .OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        foreach (var project in state.Projects)
        {
            state.Leads[project.Id] = [.. project.Leads.OrderBy(l => l.Position)];
            state.Notes[project.Id] = [.. project.CategoryNotes];
        }

        foreach (var step in steps)
        {
            Of(state.Steps, step.ProjectId).Add(step);
            state.Owners[step.Id] = [.. step.Owners];
        }

        return state;
    }

    /// <summary>Takes in the copy of a plan, as if it were the plan that exists.</summary>
    public void Add(CopiedPlan copied)
    {
        Copied = copied;
        CopiedLinks = [.. copied.Rows.OfType<RecommendationLink>()];
        Responsibilities.AddRange(copied.Rows.OfType<LeadResponsibility>());
        Recommendations.AddRange(copied.Rows.OfType<Recommendation>());
        Agencies.AddRange(copied.Rows.OfType<Agency>().Select(a => new KnownAgencyRow(a.Id, a.Code, a.Name)));
        Aims.AddRange(copied.Rows.OfType<StretchAim>().OrderBy(a => a.Position).ThenBy(a => a.Id));
        Drivers.AddRange(copied.Rows.OfType<KeyDriver>().OrderBy(d => d.Position).ThenBy(d => d.Id));
        Projects.AddRange(copied.Rows.OfType<ImprovementProject>().OrderBy(p => p.Position).ThenBy(p => p.Id));
        Measures.AddRange(copied.Rows.OfType<Measure>()
            .Select(m => new KnownMeasureRow(m.ProjectId ?? m.DriverId ?? m.AimId, m.Position, m.Title)));
        Entries.AddRange(copied.Rows.OfType<UpdateEntry>().Select(e => new KnownEntryRow(e.ProjectId, e.Position, e.Text)));
        Put(Leads, copied.Rows.OfType<ProjectLead>().OrderBy(l => l.Position), l => l.ProjectId);
        Put(Steps, copied.Rows.OfType<SubAction>().OrderBy(s => s.Position).ThenBy(s => s.Id), s => s.ProjectId);
        Put(Owners, copied.Rows.OfType<SubActionOwner>(), o => o.SubActionId);
        Put(Notes, copied.Rows.OfType<CategoryNote>(), n => n.ProjectId);
    }

    private static void Put<T>(Dictionary<Guid, List<T>> lists, IEnumerable<T> rows, Func<T, Guid> under)
    {
        foreach (var row in rows)
        {
            Of(lists, under(row)).Add(row);
        }
    }

    /// <summary>The list kept for an id, made where there is none.</summary>
    public static List<T> Of<T>(Dictionary<Guid, List<T>> lists, Guid id)
    {
        if (!lists.TryGetValue(id, out var list))
        {
            lists[id] = list = [];
        }

        return list;
    }

    /// <summary>What the reading of a file may know of the partnership.</summary>
    public ImportHints Hints(ImportChoices choices, IReadOnlyDictionary<string, string> earlier, bool doubtsLeads) => new()
    {
        Responsibilities = Responsibilities.SelectMany(r => r.AlsoWritten.Prepend(r.Name)).ToList(),
        Agencies = Agencies.SelectMany(a => new[] { a.Name, a.Code }).ToList(),
        Recommendations = Recommendations.Select(r => new KnownRecommendation(r.Number, r.Text)).ToList(),
        Choices = choices.Columns,
        EarlierChoices = earlier,
        Readings = choices.Readings,
        Table = choices.Table,
        DoubtsLeads = doubtsLeads,
        IsNewPlan = PlanId is null,
    };

    private static Task<List<KnownMeasureRow>> MeasuresAsync(PortalDbContext database, Guid id, CancellationToken cancellationToken) =>
        database.Measures.AsNoTracking().Where(m => m.PlanId == id)
            .Select(m => new KnownMeasureRow(m.ProjectId ?? m.DriverId ?? m.AimId, m.Position, m.Title)).ToListAsync(cancellationToken);

    /// <summary>Entries from before the portal, and of updates that were accepted.</summary>
    private static Task<List<KnownEntryRow>> EntriesAsync(PortalDbContext database, Guid id, CancellationToken cancellationToken) =>
        database.UpdateEntries.AsNoTracking().Where(e => e.Project!.Aim!.PlanId == id && (e.BeforePortal || e.Update!.State == UpdateState.Accepted))
            .Select(e => new KnownEntryRow(e.ProjectId, e.Position, e.Text)).ToListAsync(cancellationToken);
}
