using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What the list of evidence can be filtered by, and the filters themselves.</summary>
public sealed class EvidenceFilters(PortalDbContext database, PlanClock clock)
{
    private const int ChoiceLength = 80;
    private const int ProjectChoice = 1;
    private const int MeasureChoice = 2;
    private const int PeriodChoice = 3;
    private const int AgencyChoice = 4;

    /// <summary>Items that are about a day before this one, or were added before it where they say no day, are out of date.</summary>
    public DateOnly OutOfDateBefore => clock.Today.AddYears(-1);

    /// <summary>Everything that can be chosen, in two commands.</summary>
    public async Task<EvidenceChoices> ChoicesAsync(Guid? chosen, CancellationToken cancellationToken)
    {
        var recommendations = await database.Recommendations.AsNoTracking().OrderBy(r => r.Position).ThenBy(r => r.Number)
            .Select(r => new
            {
                r.Id,
                r.Number,
                r.Text,
                Links = r.Links.Where(l => l.RecommendationId == chosen)
                    .Select(l => new AnsweringTarget(
                        l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId, l.Measure!.ProjectId)).ToList(),
            })
            .ToListAsync(cancellationToken);
        // Joined to an empty text, so that the columns of all four are of one type.
        var projects = database.Projects
            .Select(p => new { Kind = ProjectChoice, Of = p.Aim!.Position, p.Position, p.Id, Text = p.Number + " " + p.Title });
        var measures = database.Measures.Select(m => new { Kind = MeasureChoice, Of = 0, Position = 0, m.Id, Text = m.Title + "" });
        var periods = database.ReportingPeriods
            .Select(p => new { Kind = PeriodChoice, Of = -p.From.Year, Position = -p.From.Month, p.Id, Text = p.Title + "" });
        var agencies = database.Agencies.Select(a => new { Kind = AgencyChoice, Of = 0, Position = 0, a.Id, Text = a.Name + "" });
        var rows = await projects.Concat(measures).Concat(periods).Concat(agencies).ToListAsync(cancellationToken);
        List<SelectListItem> Of(int kind) =>
        [
            .. rows.Where(r => r.Kind == kind).OrderBy(r => r.Of).ThenBy(r => r.Position).ThenBy(r => r.Text, StringComparer.CurrentCulture)
                .Select(r => new SelectListItem(EnglishText.Cut(r.Text, ChoiceLength), r.Id.ToString())),
        ];
        return new EvidenceChoices(
            [.. recommendations.Select(r => new SelectListItem($"{r.Number}. {EnglishText.Cut(r.Text, ChoiceLength)}", r.Id.ToString()))],
            Of(ProjectChoice), Of(MeasureChoice), Of(PeriodChoice), Of(AgencyChoice))
        {
            Answering = [.. recommendations.SelectMany(r => r.Links)],
        };
    }

    /// <summary>The items that match.</summary>
    public async Task<IQueryable<EvidenceItem>> FilteredAsync(
        ListEvidence query, EvidenceChoices choices, CancellationToken cancellationToken)
    {
        var isWithdrawn = query.State == EvidenceReleaseState.Withdrawn;
        var items = database.EvidenceItems.AsNoTracking().Where(i => i.WithdrawnAt != null == isWithdrawn);
        if (query.Recommendation is { } recommendation)
        {
            var links = new AnsweringLinks(choices.Answering);
            var found = await database.Projects.Where(links.Work).Select(p => p.Id)
                .Concat(database.Measures.Where(links.Measured).Select(m => m.Id)).ToListAsync(cancellationToken);
            var proves = EvidenceProof.Of(recommendation, found);
            items = items.Where(i => i.Links.AsQueryable().Any(proves));
        }

        return ByState(ByWords(ByPlace(items, query), query.Q), query.State);
    }

    private IQueryable<EvidenceItem> ByPlace(IQueryable<EvidenceItem> items, ListEvidence query)
    {
        if (query.Project is { } project)
        {
            items = items.Where(i => i.Links.AsQueryable().Select(EvidenceLink.ProvenProject).Contains(project));
        }

        if (query.Measure is { } measure)
        {
            items = items.Where(i => i.Links.Any(l => l.MeasureId == measure));
        }

        if (query.Period is { } period)
        {
            items = items.Where(i => i.Links.Any(l => l.Update!.PeriodId == period));
        }

        if (query.Agency is { } agency)
        {
            var led = database.ProjectLeads.Where(l => l.LeadResponsibility!.AgencyId == agency).Select(l => (Guid?)l.ProjectId);
            items = items.Where(i => i.Links.AsQueryable().Select(EvidenceLink.ProvenProject).Any(p => led.Contains(p)));
        }

        return query.Kind is { } kind ? items.Where(i => i.Kind == kind) : items;
    }

    private static IQueryable<EvidenceItem> ByWords(IQueryable<EvidenceItem> items, string? words)
    {
        if (words is null)
        {
            return items;
        }

        var pattern = LikePattern.Containing(words);
        return items.Where(
            i => EF.Functions.ILike(i.Title, pattern, LikePattern.Escape) || EF.Functions.ILike(i.Description!, pattern, LikePattern.Escape)
            || EF.Functions.ILike(i.Source!, pattern, LikePattern.Escape)
            || i.Versions.Any(v =>
                EF.Functions.ILike(v.FileName!, pattern, LikePattern.Escape) || EF.Functions.ILike(v.Note!, pattern, LikePattern.Escape)));
    }

    private IQueryable<EvidenceItem> ByState(IQueryable<EvidenceItem> items, EvidenceReleaseState? state) => state switch
    {
        EvidenceReleaseState.Released => items.Where(i => i.Versions.Any(v => v.ReleasedAt != null)),
        EvidenceReleaseState.NotReleased => items.Where(i => !i.Versions.Any(v => v.ReleasedAt != null)),
        EvidenceReleaseState.WaitingForScan => Newest(items, ScanResult.NotScanned),
        EvidenceReleaseState.VirusFound => Newest(items, ScanResult.Infected),
        EvidenceReleaseState.OutOfDate => OutOfDate(items),
        _ => items,
    };

    /// <summary>Items that are out of date.</summary>
    public IQueryable<EvidenceItem> OutOfDate(IQueryable<EvidenceItem> items)
    {
        var before = OutOfDateBefore;
        var moment = new DateTimeOffset(before.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return items.Where(i => i.WithdrawnAt == null && (i.MadeOn != null ? i.MadeOn < before : i.AddedAt < moment));
    }

    private static IQueryable<EvidenceItem> Newest(IQueryable<EvidenceItem> items, ScanResult scan) =>
        items.Where(i => i.Versions.OrderByDescending(v => v.Number).Select(v => v.Scan).First() == scan);
}
