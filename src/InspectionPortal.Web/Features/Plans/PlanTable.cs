using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>An aim with its drivers and projects, as a block of the plan's table.</summary>
public sealed record PlanAim(
    Guid Id, string Number, string Statement, string? Vision, SourceNote Source, IReadOnlyList<PlanDriver> Drivers, IReadOnlyList<PlanProject> Projects)
{
    /// <summary>How its projects are rated, the worst first; nobody rates an aim itself.</summary>
    public IReadOnlyList<RatingCount> Ratings =>
        [.. Projects.Where(p => !p.IsNoActionNeeded).GroupBy(p => p.Rating).OrderBy(g => g.Key.Order == int.MaxValue).ThenByDescending(g => g.Key.Order)
            .Select(g => new RatingCount(g.Key, g.Count(), $"~/plan?aim={Uri.EscapeDataString(Number)}&rating={g.Key.Code}"))];
}

public sealed record PlanDriver(Guid Id, string Text, bool IsSecondary, SourceNote Source);

/// <summary>A row of the plan.</summary>
public sealed record PlanProject(
    Guid Id, Guid? DriverId, string Number, string Title, IReadOnlyList<LeadName> Leads, DeadlineNote Deadline, string? MeasureDeadlines,
    string? ExternalReference, ProjectStatus Status, Rating Rating, PlanEntry? Latest, string? NoActionNeededReason, SourceNote Source, bool IsFound)
{
    public bool IsNoActionNeeded => NoActionNeededReason is not null;
}

/// <summary>What was said last, and whether the partnership lead has taken it.</summary>
public sealed record PlanEntry(string Text, string? DateText, string? AgencyCode, string? AgencyName, string? Period, bool IsAccepted);

/// <summary>Reads the table of a plan in two commands, however many projects it has.</summary>
internal sealed class PlanTable(PortalDbContext database, IReadOnlyList<Rating> key, DateOnly today)
{
    private const int EntryLength = 400;
    private const int EntryShown = 130;
    private const string Escape = @"\";

    public async Task<List<PlanAim>> ReadAsync(Guid planId, PlanFilter filter, bool seesSubmitted, CancellationToken cancellationToken)
    {
        var aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == planId).OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.Number,
                a.Statement,
                a.Vision,
                a.Source,
                Drivers = a.Drivers.OrderBy(d => d.Position).ThenBy(d => d.Id)
                    .Select(d => new PlanDriver(d.Id, d.Text, d.ParentId != null, d.Source)).ToList(),
            })
            .ToListAsync(cancellationToken);
        var rows = await ReadProjectsAsync(planId, filter, seesSubmitted, cancellationToken);
        var byAim = rows.ToLookup(r => r.AimId, r => r.ToProject(key, today));
        return [.. aims.Select(a => new PlanAim(a.Id, a.Number, a.Statement, a.Vision, a.Source, a.Drivers, [.. byAim[a.Id]]))];
    }

    /// <summary>The same blocks with only what the filter takes; an aim of which nothing is left goes too.</summary>
    public static IReadOnlyList<PlanAim> Filtered(IReadOnlyList<PlanAim> aims, PlanFilter filter) => filter.IsEmpty
        ? aims
        : [.. aims.Select(a => a with { Projects = [.. a.Projects.Where(p => p.IsFound && filter.Takes(p, a.Number))] }).Where(a => a.Projects.Count > 0)];

    private async Task<List<ProjectRow>> ReadProjectsAsync(Guid planId, PlanFilter filter, bool seesSubmitted, CancellationToken cancellationToken)
    {
        var pattern = filter.Q is null ? null : $"%{Escaped(filter.Q)}%";
        var answering = filter.RecommendationIds();
        var any = answering.Count == 0;
        var links = any ? new AnsweringLinks([]) : await AnsweringLinks.ReadAsync(database, answering, cancellationToken);
        return await database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == planId).OrderBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new ProjectRow
            {
                Id = p.Id,
                AimId = p.AimId,
                DriverId = p.DriverId,
                Number = p.Number,
                Title = p.Title,
                Deadline = p.Deadline,
                Status = p.Status,
                Rag = p.Rag,
                ExternalReference = p.ExternalReference,
                NoActionNeededReason = p.NoActionNeededReason,
                Source = p.Source,
                Leads = p.Leads.OrderBy(l => l.Position).Select(l => new LeadName(l.LeadResponsibilityId, l.LeadResponsibility!.Name, l.Kind)).ToList(),
                MeasureDeadlines = p.Measures.OrderBy(m => m.Position).Select(m => m.Deadline).ToList(),
                Latest = p.Entries
                    .Where(e => e.UpdateId == null || e.Update!.State == UpdateState.Accepted || (seesSubmitted && e.Update.State == UpdateState.Submitted))
                    .OrderByDescending(e => e.UpdateId != null).ThenByDescending(e => e.Update!.Period!.To).ThenByDescending(e => e.Position)
                    .Select(e => new EntryRow
                    {
                        Text = e.Text.Substring(0, EntryLength),
                        DateText = e.DateText,
                        AgencyCode = e.Agency!.Code,
                        AgencyName = e.Agency.Name,
                        Period = e.Update!.Period!.Title,
                        IsAccepted = e.UpdateId == null || e.Update.State == UpdateState.Accepted,
                    })
                    .FirstOrDefault(),
                Answers = any || links.Projects.Contains(p.Id) || links.Aims.Contains(p.AimId) || links.Drivers.Contains(p.DriverId!.Value)
                    || links.Drivers.Contains(p.Driver!.ParentId!.Value) || p.Measures.Any(m => links.Measures.Contains(m.Id)),
                Found = pattern == null || p.Number == filter.Q
                    || EF.Functions.ILike(p.Title + "\n" + p.AimText + "\n" + p.Difference + "\n" + p.Success + "\n" + p.Impact + "\n" + p.ExternalReference, pattern, Escape)
                    || p.Leads.Any(l => EF.Functions.ILike(l.LeadResponsibility!.Name, pattern, Escape))
                    || p.Entries.Any(e => EF.Functions.ILike(e.Text, pattern, Escape)
                        && (e.UpdateId == null || e.Update!.State == UpdateState.Accepted || (seesSubmitted && e.Update.State == UpdateState.Submitted))),
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>The words as a pattern in which nothing is a wildcard.</summary>
    private static string Escaped(string words) =>
        words.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal);

    private sealed class EntryRow
    {
        public required string Text { get; init; }
        public string? DateText { get; init; }
        public string? AgencyCode { get; init; }
        public string? AgencyName { get; init; }
        public string? Period { get; init; }
        public bool IsAccepted { get; init; }
    }

    private sealed class ProjectRow
    {
        public Guid Id { get; init; }
        public Guid AimId { get; init; }
        public Guid? DriverId { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required Deadline Deadline { get; init; }
        public ProjectStatus Status { get; init; }
        public string? Rag { get; init; }
        public string? ExternalReference { get; init; }
        public string? NoActionNeededReason { get; init; }
        public required SourceNote Source { get; init; }
        public required List<LeadName> Leads { get; init; }
        public required List<Deadline> MeasureDeadlines { get; init; }
        public EntryRow? Latest { get; init; }
        public bool? Answers { get; init; }
        public bool? Found { get; init; }

        public PlanProject ToProject(IReadOnlyList<Rating> key, DateOnly today)
        {
            var isFinished = NoActionNeededReason is not null || DeadlineNote.IsFinished(Status);
            var deadline = DeadlineNote.Of(Deadline, today, isFinished);
            var ofMeasures = MeasureDeadlines.Where(d => d.Text.Length > 0).Select(d => d.Text).ToList();
            return new PlanProject(
                Id, DriverId, Number, Title, Leads, deadline,
                deadline.Text.Length == 0 && ofMeasures.Count > 0 ? string.Join("; ", ofMeasures) : null,
                ExternalReference, Status, Rating.Find(key, Rag),
                Latest is null ? null : new PlanEntry(
                    Words.Cut(Latest.Text, EntryShown), Latest.DateText, Latest.AgencyCode, Latest.AgencyName, Latest.Period, Latest.IsAccepted),
                NoActionNeededReason, Source, Answers == true && Found == true);
        }
    }
}
