using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Features.Scrutiny.Movement;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>What moved in my partnerships since I looked? A few commands over all of them, under the role that can only read.</summary>
[Requires(Permission.ReadAcrossPartnerships)]
[AcrossPartnerships]
public sealed record GetLinkOfficerDashboard(InspectFilter Filter, DateTimeOffset? LastLooked) : IQuery<LinkOfficerDashboard>;

internal sealed class GetLinkOfficerDashboardHandler(MovementReader reader, CurrentSession current, TimeProvider time)
    : IRequestHandler<GetLinkOfficerDashboard, LinkOfficerDashboard?>
{
    public async Task<LinkOfficerDashboard?> Handle(GetLinkOfficerDashboard query, CancellationToken cancellationToken)
    {
        var filter = query.Filter.Cleaned();
        var plans = (await reader.ReadAsync([.. current.RequiredPerson.OpenGrants()], filter.From(query.LastLooked), cancellationToken))
            .Select(p => (Plan: p, Row: p.Row())).ToList();
        var rows = plans.ConvertAll(p => p.Row);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var chosen = plans.Find(p => p.Plan.Plan.PlanId == filter.In) is { Row: not null } asked ? asked
            : plans.Where(p => p.Row.Moved > 0).OrderByDescending(p => p.Row.Moved).FirstOrDefault();
        return new LinkOfficerDashboard
        {
            All = rows,
            Rows = PartnershipRows.Of(rows, filter, today),
            Filter = filter,
            LastLooked = query.LastLooked,
            Today = today,
            Chosen = chosen.Row,
            Changes = chosen.Plan is null ? [] : await ChangesAsync(chosen.Plan, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<PlanChange>> ChangesAsync(PlanMovement plan, CancellationToken cancellationToken)
    {
        var changes = plan is { Live: { } live, LiveMovement: { } moved }
            ? new LiveChanges(plan, live, moved, await reader.EvidenceAsync(plan.Plan.TenantId, plan.Released, cancellationToken)).List()
            : new ReportChanges(plan, await reader.EditionsAsync(plan.Compared, cancellationToken)).List();
        return [.. changes.Concat(plan.Statements.Select(s => Statement(plan, s))).OrderBy(c => c.Order)];
    }

    private static PlanChange Statement(PlanMovement plan, PublishedStatement statement)
    {
        var partnership = plan.Grant.Partnership;
        return new PlanChange
        {
            Kind = ChangeKind.Statement,
            When = statement.ApprovedAt is { } at ? DateFormat.Full(at, partnership.TimeZone) : string.Empty,
            Answers = [statement.Number],
            Item = $"Position statement on {EnglishText.Within(partnership.Vocabulary.RecommendationWord)} {statement.Number}",
            Href = plan.Grant.Scope >= GrantScope.LivePlan
                ? $"/{partnership.Slug}/recommendations/{statement.RecommendationId}#position"
                : $"/{partnership.Slug}/reports/{statement.PeriodId}#statements",
            Why = statement.HowWell,
        };
    }
}
