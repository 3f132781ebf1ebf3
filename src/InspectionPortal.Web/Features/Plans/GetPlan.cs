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
/// <param name="Filter">What of the plan is asked for.</param>
/// <param name="Whole">True where long cells are shown in full.</param>
/// <param name="Reading">What is read of each project; what the partnership's layout shows where it is not said.</param>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetPlan(PlanFilter Filter, bool Whole = false, PlanLayout? Reading = null) : IQuery<PlanPage>;

/// <summary>The plan page; <see cref="Plan"/> is null where the partnership has none.</summary>
public sealed record PlanPage(
    PlanOverview? Plan, IReadOnlyList<PlanOption> Plans, PlanFilter Filter, PlanOptions Options, IReadOnlyList<PlanAim> Aims,
    IReadOnlyList<PlanSectionText> Sections, IReadOnlyList<PlanOption> Abbreviations, PlanAsk? Ask, bool CanEdit, PlanManner Manner)
    : IReadByLinkOfficers
{
    public string WhatWasRead => $"Plan: {Plan?.Title}";

    public Guid? PlanId => Plan?.Id;

    public Vocabulary Vocabulary => Manner.Vocabulary;

    public PlanLayout Layout => Manner.Layout;

    public IReadOnlyList<Rating> Key => Manner.Key;

    public PlanHeader Header => PlanHeader.Of(Manner.Layout, Manner.Vocabulary);

    public int Total => Plan?.Projects ?? 0;

    public int Shown => Aims.Sum(a => a.Projects.Count(p => !p.IsNoActionNeeded));
}

/// <summary>How the partnership shows its plan, to whom and on which day.</summary>
/// <param name="IsWhole">True where long cells are shown in full.</param>
/// <param name="Today">The plan's today.</param>
/// <param name="Reader">The name of the person who reads, for what they print.</param>
public sealed record PlanManner(Vocabulary Vocabulary, PlanLayout Layout, IReadOnlyList<Rating> Key, bool IsWhole, DateOnly Today, string Partnership, string Reader);

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

public sealed record PlanPeriod(Guid Id, string Title, DateOnly DueOn, PeriodState State, int Submitted);

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
            return request.Filter.Plan is null && !access.IsByGrant ? Empty(access, request) : null;
        }

        var (sections, abbreviations) = await ReadTextsAsync(head.Id, cancellationToken);
        var asked = access.IsByGrant ? null : head.Periods.Where(p => p.State != PeriodState.Approved).MinBy(p => p.DueOn);
        var reading = access.IsByGrant
            ? new PlanReading(request.Reading ?? access.Partnership.Layout, SeesSubmitted: false)
            : new PlanReading(
                request.Reading ?? access.Partnership.Layout, SeesSubmitted: true, asked?.Id, current.RequiredPerson.UserId,
                DayWords.LocalDay(time.GetUtcNow(), access.Partnership.TimeZone));
        var aims = await new PlanTable(database, access.Partnership.RagKey, clock.Today).ReadAsync(head.Id, request.Filter, reading, cancellationToken);
        var projects = aims.SelectMany(a => a.Projects).ToList();
        var idle = projects.Count(p => p.IsNoActionNeeded);
        return new PlanPage(
            head with { Projects = projects.Count - idle, NoActionNeeded = idle, AimCount = aims.Count },
            [.. heads.Select(h => new PlanOption(h.Id.ToString(), h.Title))], request.Filter,
            OptionsOf(head, aims, access), PlanTable.Filtered(aims, request.Filter), sections, abbreviations,
            asked is null ? null : Say(asked, projects.Count(p => p.AwaitsReader), access), access.Has(Permission.EditPlan), MannerOf(access, request));
    }

    private PlanPage Empty(TenantAccess access, GetPlan request) => new(
        null, [], request.Filter, new PlanOptions([], [], [], [], []), [], [], [], null, access.Has(Permission.EditPlan), MannerOf(access, request));

    private PlanManner MannerOf(TenantAccess access, GetPlan request) => new(
        access.Partnership.Vocabulary, access.Partnership.Layout, access.Partnership.RagKey, request.Whole, clock.Today, access.Partnership.Name, current.RequiredPerson.DisplayName);

    /// <summary>The plan's narrative and the partnership's abbreviations, in one command.</summary>
    private async Task<(List<PlanSectionText> Sections, List<PlanOption> Abbreviations)> ReadTextsAsync(Guid planId, CancellationToken cancellationToken)
    {
        const string Nothing = "";
        var texts = await database.PlanSections.AsNoTracking().Where(s => s.PlanId == planId)
            .Select(s => new { IsSection = true, s.Position, Name = s.Heading + Nothing, Text = s.Body + Nothing })
            .Concat(database.Agencies.AsNoTracking().Select(a => new { IsSection = false, Position = 0, Name = a.Code + Nothing, Text = a.Name + Nothing }))
            .ToListAsync(cancellationToken);
        return (
            [.. texts.Where(t => t.IsSection).OrderBy(t => t.Position).Select(t => new PlanSectionText(t.Name, t.Text))],
            [.. texts.Where(t => !t.IsSection).OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Select(t => new PlanOption(t.Name, t.Text))]);
    }

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
                    .OrderByDescending(r => r.DueOn).Select(r => new PlanPeriod(
                        r.Id, r.Title, r.DueOn, r.State,
                        seesAll ? database.ProgressUpdates.Count(u => u.PeriodId == r.Id && u.State == UpdateState.Submitted) : 0)).ToList(),
                p.ExternalPlans.OrderBy(e => e.Position).Select(e => new PlanOption(e.Title, e.Note ?? string.Empty)).ToList(),
                0, 0, 0, seesAll))
            .ToListAsync(cancellationToken);
    }

    private static PlanAsk? Say(PlanPeriod period, int own, TenantAccess access) => period.State switch
    {
        PeriodState.Open or PeriodState.WithLead when period.Submitted > 0 && access.Has(Permission.AcceptUpdates) =>
            new PlanAsk($"Accept updates for {period.Title}", "~/updates"),
        PeriodState.Open when own > 0 && access.Has(Permission.WriteUpdates) =>
            new PlanAsk(own == 1 ? $"Write my update for {period.Title}" : $"Write my {own} updates for {period.Title}", "~/updates/mine"),
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
        var aimWord = Words.Said(access.Partnership.Vocabulary.StretchAimWord, "aim");
        return new PlanOptions(
            [.. aims.Select(a => new PlanOption(a.Number, $"{char.ToUpperInvariant(aimWord[0])}{aimWord[1..]} {a.Number}"))],
            PlanOptions.AllStatuses,
            [.. access.Partnership.RagKey.OrderBy(r => r.Order).Append(Rating.NotRated).Select(r => new PlanOption(r.Code, r.Name))],
            [.. aims.SelectMany(a => a.Projects).SelectMany(p => p.Leads.Concat(p.Owners)).DistinctBy(l => l.ResponsibilityId)
                .OrderBy(l => l.Name, StringComparer.CurrentCulture).Select(l => new PlanOption(l.ResponsibilityId.ToString(), l.Name))],
            [.. head.Answers.SelectMany(a => a.Recommendations).Select(r => new PlanOption(r.Id.ToString(), $"{(r.Kind == RecommendationKind.OwnPriority ? "Own priority" : word)} {r.Number}"))])
        {
            Drivers = [.. aims.SelectMany(a => a.Drivers).Select(d => new PlanOption(d.Id.ToString(), Words.Cut(d.Text, PlanFilter.ChipLength)))],
            StepWord = access.Partnership.Vocabulary.SubActionWord,
        };
    }
}
