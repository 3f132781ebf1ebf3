using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What have we promised, who has it, how is it going? One plan.</summary>
/// <param name="Filter">What of the plan is asked for.</param>
/// <param name="Whole">True where long cells are shown in full.</param>
/// <param name="Reading">What is read of each project; what the partnership's layout shows where it is not said.</param>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetPlan(PlanFilter Filter, bool Whole = false, PlanLayout? Reading = null) : IQuery<PlanPage>
{
    /// <summary>How the table is shown. The short view reads what it shows, whatever the partnership's columns are.</summary>
    public PlanTableView View { get; init; } = PlanTableView.Written;
}

internal sealed class GetPlanHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetPlan, PlanPage?>
{
    public async Task<PlanPage?> Handle(GetPlan request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var heads = await ReadHeadsAsync(access, cancellationToken);
        var head = heads.FirstOrDefault(h => h.Id.ToString() == request.Filter.Plan);
        if (head is null)
        {
            return null;
        }

        var sections = await ReadSectionsAsync(head.Id, cancellationToken);
        var abbreviations = await ReadAbbreviationsAsync(cancellationToken);
        var asked = access.IsByGrant ? null : head.Periods.Where(p => p.State != PeriodState.Approved).MinBy(p => p.DueOn);
        var layout = request.Reading ?? (request.View == PlanTableView.Brief ? PlanLayout.Default : access.Partnership.Layout);
        var reading = access.IsByGrant
            ? new PlanReading(layout, PlanSearchScope.Of(access))
            : new PlanReading(
                layout, PlanSearchScope.Of(access), asked?.Id, current.RequiredPerson.UserId,
                DateFormat.LocalDay(time.GetUtcNow(), access.Partnership.TimeZone));
        var aims = await new PlanTable(database, access.Partnership.RagKey, clock.Today).ReadAsync(head.Id, request.Filter, reading, cancellationToken);
        var projects = aims.SelectMany(a => a.Projects).ToList();
        var idle = projects.Count(p => p.IsNoActionNeeded);
        return new PlanPage(
            head with { Projects = projects.Count - idle, NoActionNeeded = idle, AimCount = aims.Count },
            [.. heads.Select(h => new PlanOption(h.Id.ToString(), h.Title))], request.Filter,
            OptionsOf(head, aims, access), PlanTable.Filtered(aims, request.Filter), sections, abbreviations,
            asked is null ? null : Say(asked, projects.Count(p => p.AwaitsReader), access),
            access.Has(Permission.EditPlan) && head.State != PlanState.Closed, MannerOf(access, request))
        {
            IsShort = request.View == PlanTableView.Brief,
            MaySubmit = access.Has(Permission.SubmitQuarter) && head.State != PlanState.Closed,
            MayRate = access.Has(Permission.AcceptUpdates) && head.State != PlanState.Closed,
            MayCarryOver = access.Has(Permission.EditPlan) && head.State != PlanState.Draft,
        };
    }

    private PlanReadingOptions MannerOf(TenantAccess access, GetPlan request) => new(
        access.Partnership.Vocabulary, access.Partnership.Layout, access.Partnership.RagKey, request.Whole, clock.Today, access.Partnership.Name, current.RequiredPerson.DisplayName);

    private Task<List<PlanSectionText>> ReadSectionsAsync(Guid planId, CancellationToken cancellationToken) =>
        database.PlanSections.AsNoTracking().Where(s => s.PlanId == planId).OrderBy(s => s.Position)
            .Select(s => new PlanSectionText(s.Heading, s.Body)).ToListAsync(cancellationToken);

    /// <summary>The agencies' codes and names.</summary>
    private async Task<List<PlanOption>> ReadAbbreviationsAsync(CancellationToken cancellationToken)
    {
        var agencies = await database.Agencies.AsNoTracking().Select(a => new PlanOption(a.Code, a.Name)).ToListAsync(cancellationToken);
        return [.. agencies.OrderBy(a => a.Value, StringComparer.OrdinalIgnoreCase)];
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
                database.ReportingPeriods.Where(r => r.PlanId == p.Id && r.Kind == PeriodKind.Quarter
                    && (seesAll || r.State == PeriodState.Approved))
                    .OrderByDescending(r => r.DueOn).Select(r => new PlanPeriod(
                        r.Id, r.Title, r.DueOn, r.State,
                        seesAll ? database.ProgressUpdates.Count(u => u.PeriodId == r.Id && u.State == UpdateState.Submitted) : 0)).ToList(),
                p.ExternalPlans.OrderBy(e => e.Position).Select(e => new PlanOption(e.Title, e.Note ?? string.Empty)).ToList(),
                0, 0, 0, seesAll)
            {
                State = p.State,
                ClosedOn = p.ClosedOn,
                Predecessor = database.PlansFor(access).Where(o => o.Id == p.PredecessorId)
                    .Select(o => new PlanOption(o.Id.ToString(), o.Title)).FirstOrDefault(),
                Successor = database.PlansFor(access).Where(o => o.PredecessorId == p.Id).OrderBy(o => o.Id)
                    .Select(o => new PlanOption(o.Id.ToString(), o.Title)).FirstOrDefault(),
                Reports = database.ReportingPeriods.Where(r => r.PlanId == p.Id && r.Kind != PeriodKind.Quarter
                    && r.State == PeriodState.Approved)
                    .OrderBy(r => r.DueOn).Select(r => new PlanPeriod(r.Id, r.Title, r.DueOn, r.State, 0)).ToList(),
            })
            .ToListAsync(cancellationToken);
    }

    private static PlanAsk? Say(PlanPeriod period, int own, TenantAccess access) => period.State switch
    {
        PeriodState.Open or PeriodState.WithLead when period.Submitted > 0 && access.Has(Permission.AcceptUpdates) =>
            new PlanAsk($"Accept updates for {period.Title}", "~/updates"),
        PeriodState.Open when own > 0 && access.Has(Permission.WriteUpdates) =>
            new PlanAsk(own == 1 ? $"Write your update for {period.Title}" : $"Write your {own} updates for {period.Title}", "~/updates/mine"),
        PeriodState.WithLead when access.Has(Permission.SubmitQuarter) =>
            new PlanAsk($"Submit {period.Title}", $"~/reports/{period.Id}/submit"),
        PeriodState.Submitted when access.Has(Permission.ApproveQuarter) =>
            new PlanAsk($"Check and approve {period.Title}", $"~/reports/{period.Id}"),
        PeriodState.Open when access.Has(Permission.AcceptUpdates) => new PlanAsk($"Follow updates for {period.Title}", "~/updates"),
        _ => null,
    };

    private static PlanOptions OptionsOf(PlanOverview head, IReadOnlyList<PlanAim> aims, TenantAccess access)
    {
        var word = access.Partnership.Vocabulary.RecommendationWord;
        var aimWord = EnglishText.Said(access.Partnership.Vocabulary.StretchAimWord, "aim");
        return new PlanOptions(
            [.. aims.Select(a => new PlanOption(a.Number, $"{char.ToUpperInvariant(aimWord[0])}{aimWord[1..]} {a.Number}"))],
            PlanOptions.AllStatuses,
            [.. access.Partnership.RagKey.OrderBy(r => r.Order).Append(Rating.NotRated).Select(r => new PlanOption(r.Code, r.Name))],
            [.. aims.SelectMany(a => a.Projects).SelectMany(p => p.Leads.Concat(p.Owners)).DistinctBy(l => l.ResponsibilityId)
                .OrderBy(l => l.Name, StringComparer.CurrentCulture).Select(l => new PlanOption(l.ResponsibilityId.ToString(), l.Name))],
            [.. head.Answers.SelectMany(a => a.Recommendations).Select(r => new PlanOption(r.Id.ToString(), $"{(r.Kind == RecommendationKind.OwnPriority ? "Own priority" : word)} {r.Number}"))])
        {
            Drivers = [.. aims.SelectMany(a => a.Drivers).Select(d => new PlanOption(d.Id.ToString(), EnglishText.Cut(d.Text, PlanFilter.ChipLength)))],
            StepWord = access.Partnership.Vocabulary.SubActionWord,
        };
    }
}
