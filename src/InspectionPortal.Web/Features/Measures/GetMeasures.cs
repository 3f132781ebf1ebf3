using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Every measure of the plans that this person may read; those of one recommendation where it is named.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetMeasures(Guid? Recommendation = null) : IQuery<MeasuresPage>;

public sealed record MeasuresPage(IReadOnlyList<MeasureRow> Measures, Guid? Recommendation, bool CanEdit, Vocabulary Vocabulary, DateOnly Today) : IReadByLinkOfficers
{
    public string WhatWasRead => "List of measures";
}

/// <summary>A measure in the list: of what, and its newest figure as written.</summary>
public sealed record MeasureRow(
    Guid Id, string Title, MeasureKind Kind, Guid? ProjectId, string? ProjectNumber, string? ProjectTitle, string? AimNumber, string? Unit,
    string? LatestText, string? LatestDateText, DateOnly? LatestDate, int Figures, List<TargetRow> Targets)
{
    /// <summary>The target that comes next, or the last one once all are past.</summary>
    public TargetRow? NextTarget(DateOnly today) =>
        Targets.Where(t => t.By.Due >= today).MinBy(t => t.By.Due) ?? Targets.OrderBy(t => t.By.Due).LastOrDefault();
}

internal sealed class GetMeasuresHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<GetMeasures, MeasuresPage?>
{
    public async Task<MeasuresPage?> Handle(GetMeasures request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = database.PlansFor(access);
        var rows = await (await MeasuresAsync(request, cancellationToken)).AsNoTracking().Where(m => plans.Any(p => p.Id == m.PlanId))
            .OrderBy(m => m.Position).ThenBy(m => m.Id)
            .Select(m => new
            {
                m.Id,
                m.Title,
                m.Kind,
                m.ProjectId,
                ProjectNumber = m.Project!.Number,
                ProjectTitle = m.Project.Title,
                AimPosition = (int?)m.Aim!.Position ?? (int?)m.Driver!.Aim!.Position ?? (int?)m.Project.Aim!.Position,
                ProjectPosition = (int?)m.Project.Position,
                AimNumber = m.Aim.Number ?? m.Driver!.Aim!.Number ?? m.Project.Aim!.Number,
                m.Unit,
                Latest = m.Points.OrderByDescending(p => p.Date != null).ThenByDescending(p => p.Date).ThenByDescending(p => p.Position)
                    .Select(p => new { p.ValueText, p.DateText, p.Date }).FirstOrDefault(),
                Figures = m.Points.Count,
                Targets = m.Targets.Select(t => new TargetRow(t.Id, t.Value, t.By)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new MeasuresPage(
            [.. rows.OrderBy(m => m.AimPosition).ThenBy(m => m.ProjectPosition).Select(m => new MeasureRow(
                m.Id, m.Title, m.Kind, m.ProjectId, m.ProjectNumber, m.ProjectTitle, m.AimNumber, m.Unit, m.Latest?.ValueText, m.Latest?.DateText,
                m.Latest?.Date, m.Figures, m.Targets))],
            request.Recommendation, access.Has(Permission.EditPlan), access.Partnership.Vocabulary, clock.Today);
    }

    /// <summary>Which are asked for.</summary>
    private async Task<IQueryable<Measure>> MeasuresAsync(GetMeasures request, CancellationToken cancellationToken)
    {
        if (request.Recommendation is not { } recommendation)
        {
            return database.Measures;
        }

        var links = await AnsweringLinks.ReadAsync(database, [recommendation], cancellationToken);
        return database.Measures.Where(links.Measured);
    }
}
