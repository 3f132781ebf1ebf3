using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Is every recommendation answered, measured, evidenced? Of one plan.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetCoverage(Guid Plan) : IQuery<CoveragePage>;

internal sealed class GetCoverageHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetCoverage, CoveragePage?>
{
    public async Task<CoveragePage?> Handle(GetCoverage request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = await database.PlansFor(access).AsNoTracking().OrderByDescending(p => p.Id)
            .Select(p => new CoveragePlan(p.Id, p.Title, p.PeriodText, p.State)).ToListAsync(cancellationToken);
        var plan = plans.Find(p => p.Id == request.Plan);
        if (plan is null)
        {
            return null;
        }

        var (coverage, aims) = await new CoverageReader(database, access).ReadAsync(plan.Id, cancellationToken);
        return Page(plan, coverage, aims);
    }

    private CoveragePage Page(CoveragePlan plan, Coverage coverage, IReadOnlyList<CoverageAim> aims)
    {
        var access = current.RequiredTenant;
        var may = new CoverageMay(
            plan.State != PlanState.Closed && MessageAccess.Judge(typeof(AnswerRecommendation), current) == Verdict.Allowed,
            access.Has(Permission.EditPlan) && access.Has(Permission.AddEvidence), !access.IsByGrant);
        return new CoveragePage(plan, coverage, aims, may, access.Partnership.Vocabulary, access.Partnership.RagKey);
    }
}
