using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>For whom a plan is read, and in which layout.</summary>
/// <param name="Layout">What its columns do not show is not read.</param>
/// <param name="Scope">What the reader may see.</param>
/// <param name="OpenPeriodId">The period in which the reader's own projects are looked for; null for none.</param>
/// <param name="UserId">The reader, where they are a member.</param>
/// <param name="LocalToday">Their real today, on which they hold responsibilities.</param>
internal sealed record PlanReading(PlanLayout Layout, PlanSearchScope Scope, Guid? OpenPeriodId = null, Guid? UserId = null, DateOnly LocalToday = default)
{
    /// <summary>Whether updates that wait to be accepted are shown.</summary>
    public bool SeesSubmitted => Scope.SeesSubmitted;

    /// <summary>The texts to read: those that the layout shows, and those under the title.</summary>
    public IReadOnlyList<ProjectField> Fields =>
        [.. Scope.Fields.Where(f => f.Column is not { } column || (f.Kind == ProjectFieldKind.Text && Layout.Has(column)))];
}

/// <summary>Reads the table of a plan in a few commands, however many projects and columns it has.</summary>
internal sealed class PlanTable(PortalDbContext database, IReadOnlyList<Rating> key, DateOnly today)
{
    private const int EntryLength = 400;

    public async Task<List<PlanAim>> ReadAsync(Guid planId, PlanFilter filter, PlanReading reading, CancellationToken cancellationToken)
    {
        var aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == planId).OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.Number,
                a.Statement,
                a.Vision,
                a.KeyOutcomes,
                a.Source,
                Drivers = a.Drivers.OrderBy(d => d.Position).ThenBy(d => d.Id).Select(d => new PlanDriver(d.Id, d.Text, d.ParentId, d.Source)).ToList(),
            })
            .ToListAsync(cancellationToken);
        var rows = await ReadProjectsAsync(planId, filter, reading, cancellationToken);
        var related = await new PlanRowReader(database, planId, reading.SeesSubmitted).ReadAsync(reading.Layout, cancellationToken);
        var builder = new PlanProjectBuilder(related, key, today)
        {
            ShowsSteps = PlanRowReader.ShowsSteps(reading.Layout),
            ShowsTargets = reading.Layout.Has(PlanField.Measures),
        };
        var byAim = rows.ToLookup(r => r.AimId, builder.Build);
        return [.. aims.Select(a => new PlanAim(a.Id, a.Number, a.Statement, a.Vision, a.KeyOutcomes, a.Source, a.Drivers, [.. byAim[a.Id]]))];
    }

    /// <summary>The same blocks with only what the filter takes; an aim of which nothing is left goes too.</summary>
    public static IReadOnlyList<PlanAim> Filtered(IReadOnlyList<PlanAim> aims, PlanFilter filter) => filter.IsEmpty
        ? aims
        : [.. aims.Select(a => a with { Projects = [.. a.Projects.Where(p => p.IsFound && filter.Takes(p, a))] }).Where(a => a.Projects.Count > 0)];

    private Task<List<PlanProjectRow>> ReadProjectsAsync(Guid planId, PlanFilter filter, PlanReading reading, CancellationToken cancellationToken)
    {
        var seesSubmitted = reading.SeesSubmitted;
        var isNarrowed = filter.Q is not null || filter.RecommendationIds().Count > 0;
        var matching = database.Matching(database.Projects, filter, reading.Scope).Select(p => p.Id);
        var fields = reading.Fields;
        var awaited = Awaited(reading);
        return database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == planId).OrderBy(p => p.Position).ThenBy(p => p.Id)
            .SelectWithTexts(fields, (p, texts) => new PlanProjectRow
            {
                Id = p.Id,
                AimId = p.AimId,
                DriverId = p.DriverId,
                Number = p.Number,
                Title = p.Title,
                Texts = new ProjectTexts(fields, texts),
                Deadline = p.Deadline,
                Forecast = p.Forecast,
                Status = p.Status,
                StatusReason = p.StatusReason,
                Rag = p.Rag,
                ExternalReference = p.ExternalReference,
                NoActionNeededReason = p.NoActionNeededReason,
                Source = p.Source,

                // "Not less than" has each looked up by its index (docs/performance.md).
                Latest = p.Entries.Where(e => e.TenantId >= p.TenantId)
                    .Where(e => e.UpdateId == null || e.Update!.State == UpdateState.Accepted || (seesSubmitted && e.Update.State == UpdateState.Submitted))
                    .OrderByDescending(e => e.UpdateId != null).ThenByDescending(e => e.Update!.Period!.To).ThenByDescending(e => e.Position)
                    .Select(e => new PlanEntry(
                        e.Text.Substring(0, EntryLength), e.DateText, e.Agency!.Code, e.Agency.Name, e.Update!.Period!.Title,
                        e.UpdateId == null || e.Update.State == UpdateState.Accepted))
                    .FirstOrDefault(),
                AwaitsReader = awaited.Any(a => a.Id == p.Id),
                IsFound = !isNarrowed || matching.Contains(p.Id),
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Projects of which the reader must still give an update in the open period. Who holds what is never asked for others.
    /// </summary>
    private IQueryable<ImprovementProject> Awaited(PlanReading reading)
    {
        if (reading.UserId is not { } me || reading.OpenPeriodId is not { } period)
        {
            return database.Projects.Where(p => false);
        }

        var held = database.HeldBy(me, reading.LocalToday);
        return database.Projects.Where(p => p.NoActionNeededReason == null && p.Status != ProjectStatus.Stopped
            && p.Leads.Any(l => held.Contains(l.LeadResponsibilityId))
            && !p.Updates.Any(u => u.PeriodId == period && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted)));
    }
}
