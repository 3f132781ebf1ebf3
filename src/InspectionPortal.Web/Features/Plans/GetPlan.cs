using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What have we promised, who has it, how is it going? The newest plan unless the address names another.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetPlan(PlanFilter Filter) : IQuery<PlanPage>;

/// <summary>The plan page; <see cref="Plan"/> is null where the partnership has none.</summary>
public sealed record PlanPage(
    PlanOverview? Plan, IReadOnlyList<PlanOption> Plans, PlanFilter Filter, PlanOptions Options, IReadOnlyList<PlanAim> Aims,
    IReadOnlyList<PlanSectionText> Sections, IReadOnlyList<PlanOption> Abbreviations, PlanAsk? Ask, bool CanEdit, Vocabulary Vocabulary,
    IReadOnlyList<Rating> Key) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Plan: {Plan?.Title}";

    public Guid? PlanId => Plan?.Id;

    public int Total => Plan?.Projects ?? 0;

    public int Shown => Aims.Sum(a => a.Projects.Count(p => !p.IsNoActionNeeded));
}

/// <summary>The head of a plan.</summary>
public sealed record PlanOverview(
    Guid Id, string Title, string? PeriodText, string? OwnerGroup, IReadOnlyList<PlanAnswer> Answers, IReadOnlyList<PlanPeriod> Periods,
    IReadOnlyList<PlanOption> ExternalPlans, int Projects, int NoActionNeeded, int AimCount, bool CanSeePeriods);

/// <summary>An inspection that the plan answers.</summary>
public sealed record PlanAnswer(Guid Id, InspectionKind Kind, string Title, DateOnly? Published, string? PublishedText, IReadOnlyList<PlanRecommendation> Recommendations)
{
    /// <summary>"joint inspection published on 3 September 2019", or its title where no date is known or it is no inspection.</summary>
    public string Name => Kind == InspectionKind.Inspection && InspectionWords.When(Published, PublishedText) is { } when
        ? $"{(Title.StartsWith("Joint", StringComparison.OrdinalIgnoreCase) ? "joint inspection" : "inspection")} published {when}"
        : Title;
}

public sealed record PlanRecommendation(Guid Id, string Number, RecommendationKind Kind, string Text);

public sealed record PlanPeriod(Guid Id, string Title, DateOnly DueOn, PeriodState State);

public sealed record PlanSectionText(string Heading, string Body);

/// <summary>What the open quarter asks of this person: the page's one button.</summary>
public sealed record PlanAsk(string Words, string Href);

internal sealed class GetPlanHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetPlan, PlanPage?>
{
    public async Task<PlanPage?> Handle(GetPlan request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var heads = await ReadHeadsAsync(access, cancellationToken);
        var head = request.Filter.Plan is null ? heads.FirstOrDefault() : heads.FirstOrDefault(h => h.Id.ToString() == request.Filter.Plan);
        if (head is null)
        {
            return request.Filter.Plan is null && !access.IsByGrant ? Empty(access, request.Filter) : null;
        }

        var sections = await database.PlanSections.AsNoTracking().Where(s => s.PlanId == head.Id)
            .OrderBy(s => s.Position).Select(s => new PlanSectionText(s.Heading, s.Body)).ToListAsync(cancellationToken);
        var abbreviations = await database.Agencies.AsNoTracking().OrderBy(a => a.Code)
            .Select(a => new PlanOption(a.Code, a.Name)).ToListAsync(cancellationToken);
        var table = new PlanTable(database, access.Partnership.RagKey, clock.Today);
        var aims = await table.ReadAsync(head.Id, request.Filter, seesSubmitted: !access.IsByGrant, cancellationToken);
        var ask = access.IsByGrant ? null : await AskAsync(head.Id, access, cancellationToken);
        var counts = aims.SelectMany(a => a.Projects).ToLookup(p => p.IsNoActionNeeded);
        return new PlanPage(
            head with { Projects = counts[false].Count(), NoActionNeeded = counts[true].Count(), AimCount = aims.Count },
            [.. heads.Select(h => new PlanOption(h.Id.ToString(), h.Title))], request.Filter,
            OptionsOf(head, aims, access), PlanTable.Filtered(aims, request.Filter), sections, abbreviations, ask,
            access.Has(Permission.EditPlan), access.Partnership.Vocabulary, access.Partnership.RagKey);
    }

    private static PlanPage Empty(TenantAccess access, PlanFilter filter) => new(
        null, [], filter, new PlanOptions([], [], [], [], []), [], [], [], null, access.Has(Permission.EditPlan),
        access.Partnership.Vocabulary, access.Partnership.RagKey);

    private Task<List<PlanOverview>> ReadHeadsAsync(TenantAccess access, CancellationToken cancellationToken)
    {
        var seesAll = !access.IsByGrant;
        return database.PlansFor(access).AsNoTracking().OrderByDescending(p => p.Id)
            .Select(p => new PlanOverview(
                p.Id, p.Title, p.PeriodText, p.OwnerGroup,
                p.Inspections.OrderBy(i => i.Inspection!.Published).Select(i => new PlanAnswer(
                    i.InspectionId, i.Inspection!.Kind, i.Inspection.Title, i.Inspection.Published, i.Inspection.PublishedText,
                    i.Inspection.Recommendations.OrderBy(r => r.Position)
                        .Select(r => new PlanRecommendation(r.Id, r.Number, r.Kind, r.Text)).ToList())).ToList(),
                database.ReportingPeriods.Where(r => r.PlanId == p.Id && (seesAll || r.State == PeriodState.Approved))
                    .OrderByDescending(r => r.DueOn).Select(r => new PlanPeriod(r.Id, r.Title, r.DueOn, r.State)).ToList(),
                p.ExternalPlans.OrderBy(e => e.Position).Select(e => new PlanOption(e.Title, e.Note ?? string.Empty)).ToList(),
                0, 0, 0, seesAll))
            .ToListAsync(cancellationToken);
    }

    private async Task<PlanAsk?> AskAsync(Guid planId, TenantAccess access, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var today = DayWords.LocalDay(time.GetUtcNow(), access.Partnership.TimeZone);
        var period = await database.ReportingPeriods.AsNoTracking()
            .Where(r => r.PlanId == planId && r.State != PeriodState.Approved)
            .OrderBy(r => r.DueOn)
            .Select(r => new AskedPeriod(
                r.Id, r.Title, r.State,
                database.ProgressUpdates.Count(u => u.PeriodId == r.Id && u.State == UpdateState.Submitted),
                database.Projects.Count(p => p.Aim!.PlanId == planId && p.NoActionNeededReason == null && p.Status != Projects.ProjectStatus.Stopped
                    && p.Leads.Any(l => l.LeadResponsibility!.Holders.Any(h => h.UserId == me && h.From <= today && (h.Until == null || h.Until >= today)))
                    && !p.Updates.Any(u => u.PeriodId == r.Id && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted)))))
            .FirstOrDefaultAsync(cancellationToken);
        return period is null ? null : Say(period, access);
    }

    private static PlanAsk? Say(AskedPeriod period, TenantAccess access) => period.State switch
    {
        PeriodState.Open or PeriodState.WithLead when period.Submitted > 0 && access.Has(Permission.AcceptUpdates) =>
            new PlanAsk($"Accept updates for {period.Title}", "~/updates"),
        PeriodState.Open when period.Own > 0 && access.Has(Permission.WriteUpdates) =>
            new PlanAsk(period.Own == 1 ? $"Write my update for {period.Title}" : $"Write my {period.Own} updates for {period.Title}", "~/updates/mine"),
        PeriodState.WithLead when access.Has(Permission.SubmitQuarter) =>
            new PlanAsk($"Submit {period.Title}", $"~/reports/{period.Id}/submit"),
        PeriodState.Submitted when access.Has(Permission.ApproveQuarter) =>
            new PlanAsk($"Read and sign {period.Title}", $"~/reports/{period.Id}"),
        PeriodState.Open when access.Has(Permission.AcceptUpdates) => new PlanAsk($"Follow updates for {period.Title}", "~/updates"),
        _ => null,
    };

    private static PlanOptions OptionsOf(PlanOverview head, IReadOnlyList<PlanAim> aims, TenantAccess access)
    {
        var word = access.Partnership.Vocabulary.RecommendationWord;
        return new PlanOptions(
            [.. aims.Select(a => new PlanOption(a.Number, $"Aim {a.Number}"))],
            PlanOptions.AllStatuses,
            [.. access.Partnership.RagKey.OrderBy(r => r.Order).Append(Rating.NotRated).Select(r => new PlanOption(r.Code, r.Name))],
            [.. aims.SelectMany(a => a.Projects).SelectMany(p => p.Leads).DistinctBy(l => l.ResponsibilityId)
                .OrderBy(l => l.Name, StringComparer.CurrentCulture).Select(l => new PlanOption(l.ResponsibilityId.ToString(), l.Name))],
            [.. head.Answers.SelectMany(a => a.Recommendations).Select(r => new PlanOption(r.Id.ToString(), $"{word} {r.Number}"))]);
    }

    private sealed record AskedPeriod(Guid Id, string Title, PeriodState State, int Submitted, int Own);
}
