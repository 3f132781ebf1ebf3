using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>What is counted, how it stands, and where it must get to.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetMeasure(Guid Id) : IQuery<MeasurePage>;

public sealed record MeasurePage(MeasureTable Table, MeasureFacts Facts, bool CanEdit, Vocabulary Vocabulary) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Measure: {Table.Title}";
}

/// <summary>What is counted, by whom, and where it is used.</summary>
public sealed record MeasureFacts(
    string? Numerator, string? Denominator, MeasureDirection Direction, string? Frequency, string? DataSource, string? Owner, Guid? ProjectId,
    string? ProjectNumber, string? ProjectTitle, string? AimNumber, string? Driver, List<MeasureAnswer> Answers);

/// <summary>A recommendation that the measure answers by itself.</summary>
public sealed record MeasureAnswer(Guid Id, string Number, LinkBasis Basis);

internal sealed class GetMeasureHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetMeasure, MeasurePage?>
{
    public async Task<MeasurePage?> Handle(GetMeasure request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = database.PlansFor(access);
        var visible = database.Measures.AsNoTracking().Where(m => m.Id == request.Id && plans.Any(p => p.Id == m.PlanId));
        var facts = await visible
            .Select(m => new MeasureFacts(
                m.Numerator, m.Denominator, m.Direction, m.Frequency, m.DataSource, m.LeadResponsibility!.Name, m.ProjectId, m.Project!.Number,
                m.Project.Title, m.Aim!.Number ?? m.Driver!.Aim!.Number ?? m.Project.Aim!.Number, m.Driver!.Text,
                database.RecommendationLinks.Where(l => l.MeasureId == m.Id)
                    .Select(l => new MeasureAnswer(l.RecommendationId, l.Recommendation!.Number, l.Basis)).ToList()))
            .FirstOrDefaultAsync(cancellationToken);
        if (facts is null)
        {
            return null;
        }

        var table = await MeasureTables.Tables(visible).FirstAsync(cancellationToken);
        return new MeasurePage(table, facts, access.Has(Permission.EditPlan), access.Partnership.Vocabulary);
    }
}
