using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Search;

/// <summary>What the page says of the rows that were found: one query for each kind.</summary>
/// <param name="sources">What the person may find: asked again, so that no key opens more than it should.</param>
/// <param name="ids">The keys of the rows.</param>
internal sealed class SearchQueries(SearchSources sources, IReadOnlyList<Guid> ids)
{
    public IQueryable<SearchRow> Of(SearchKind kind) => kind switch
    {
        SearchKind.Plans => Plans(),
        SearchKind.Projects => Projects(),
        SearchKind.SubActions => SubActions(),
        SearchKind.Measures => Measures(),
        SearchKind.Recommendations => Recommendations(),
        SearchKind.Statements => Statements(),
        SearchKind.Inspections => Inspections(),
        SearchKind.Evidence => Evidence(),
        SearchKind.Updates => Updates(),
        _ => Reports(),
    };

    private IQueryable<SearchRow> Plans() => These(sources.Plans).Select(p => new SearchRow
    {
        TenantId = p.TenantId,
        Id = p.Id,
        LinkId = p.Id,
        Title = p.Title,
        Texts = new[] { p.PeriodText, p.OwnerGroup },
    });

    private IQueryable<SearchRow> Projects() => These(sources.Projects).SelectWithTexts(sources.Fields, (p, texts) => new SearchRow
    {
        TenantId = p.TenantId,
        Id = p.Id,
        LinkId = p.Id,
        Number = p.Number,
        Title = p.Title,
        Texts = texts,
        Place = new SearchPlace { Plan = p.Aim!.Plan!.Title, AimNumber = p.Aim.Number, Aim = p.Aim.Statement },
    });

    private IQueryable<SearchRow> SubActions() => These(sources.SubActions).Select(s => new SearchRow
    {
        TenantId = s.TenantId,
        Id = s.Id,
        LinkId = s.ProjectId,
        Title = s.Text,
        Texts = new[] { s.Result, s.OwnersText },
        Place = new SearchPlace
        {
            Plan = s.Project!.Aim!.Plan!.Title,
            AimNumber = s.Project.Aim.Number,
            Aim = s.Project.Aim.Statement,
            ProjectNumber = s.Project.Number,
            Project = s.Project.Title,
        },
    });

    private IQueryable<SearchRow> Measures() => These(sources.Measures).Select(m => new SearchRow
    {
        TenantId = m.TenantId,
        Id = m.Id,
        LinkId = m.Id,
        Title = m.Title,
        Texts = new[] { m.Definition, m.Why, m.DataSource },
        Place = new SearchPlace
        {
            Plan = m.Plan!.Title,
            AimNumber = m.Aim!.Number ?? m.Driver!.Aim!.Number ?? m.Project!.Aim!.Number,
            Aim = m.Aim.Statement ?? m.Driver!.Aim!.Statement ?? m.Project!.Aim!.Statement,
            ProjectNumber = m.Project!.Number,
            Project = m.Project.Title,
        },
    });

    private IQueryable<SearchRow> Recommendations() => These(sources.Recommendations).Select(r => new SearchRow
    {
        TenantId = r.TenantId,
        Id = r.Id,
        LinkId = r.Id,
        Number = r.Number,
        Title = r.Title,
        Texts = new[] { r.Text },
        Note = r.InspectionId == null ? "The partnership’s own priority" : r.Inspection!.Title,
    });

    private IQueryable<SearchRow> Statements() => These(sources.Statements).Select(s => new SearchRow
    {
        TenantId = s.TenantId,
        Id = s.Id,
        LinkId = s.RecommendationId,
        Number = s.Recommendation!.Number,
        Title = s.Recommendation.Title ?? s.Recommendation.Text,
        Texts = new[] { s.HowWell, s.HowKnown, s.WhatNext },
        Note = s.State == StatementState.Draft ? "Draft, not approved" : null,
        AsAt = s.AsAt,
    });

    private IQueryable<SearchRow> Inspections() => These(sources.Inspections).Select(i => new SearchRow
    {
        TenantId = i.TenantId,
        Id = i.Id,
        LinkId = i.Id,
        Title = i.Title,
        Texts = new[] { i.Summary, i.OverallJudgement, i.Framework },
    });

    private IQueryable<SearchRow> Evidence() => These(sources.Evidence).Select(i => new SearchRow
    {
        TenantId = i.TenantId,
        Id = i.Id,
        LinkId = i.Id,
        Title = i.Title,
        Place = sources.EvidenceLinks.Where(l => l.TenantId == i.TenantId && l.ItemId == i.Id)
            .OrderBy(l => l.ProjectId == null).ThenBy(l => l.Id)
            .Select(l => new SearchPlace
            {
                Plan = sources.Plans.Where(p => p.TenantId == l.TenantId && p.Id == l.PlanId).Select(p => p.Title).FirstOrDefault(),
                ProjectNumber = l.Project!.Number,
                Project = l.Project.Title,
            }).FirstOrDefault(),
    });

    private IQueryable<SearchRow> Updates() => These(sources.Updates).Select(e => new SearchRow
    {
        TenantId = e.TenantId,
        Id = e.Id,
        LinkId = e.ProjectId,
        Number = e.Project!.Number,
        Title = e.Project.Title,
        Texts = new[] { e.Text },
        Place = new SearchPlace { Plan = e.Project.Aim!.Plan!.Title, AimNumber = e.Project.Aim.Number, Aim = e.Project.Aim.Statement },
        Note = e.UpdateId == null ? "From before the portal" : e.Update!.Period!.Title,
        State = (UpdateState?)e.Update!.State,
    });

    private IQueryable<SearchRow> Reports()
    {
        if (!sources.AsMember)
        {
            return These(sources.Reports).Select(r => new SearchRow
            {
                TenantId = r.TenantId,
                Id = r.Id,
                LinkId = r.PeriodId,
                Title = r.Title,
                Texts = SearchFunctions.ReportTexts(r.ScrutinyEdition),
                Place = new SearchPlace { Plan = r.Period!.Plan!.Title },
            });
        }

        return These(sources.Reports).Select(r => new SearchRow
        {
            TenantId = r.TenantId,
            Id = r.Id,
            LinkId = r.PeriodId,
            Title = r.Title,
            Texts = SearchFunctions.ReportTexts(r.Snapshot),
            Place = new SearchPlace { Plan = r.Period!.Plan!.Title },
        });
    }

    private IQueryable<T> These<T>(IQueryable<T> rows)
        where T : TenantEntity => rows.Where(r => ids.Contains(r.Id));
}
