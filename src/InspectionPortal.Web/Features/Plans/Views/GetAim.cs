using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>Everything about one aim.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetAim(Guid Id) : IQuery<AimPage>;

internal sealed class GetAimHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<GetAim, AimPage?>
{
    public async Task<AimPage?> Handle(GetAim request, CancellationToken cancellationToken)
    {
        var plans = database.PlansFor(current.RequiredTenant);
        var words = await database.StretchAims.AsNoTracking().Where(a => a.Id == request.Id && plans.Any(p => p.Id == a.PlanId))
            .Select(a => new AimDetails(
                a.PlanId, a.KeyOutcomes, a.ByDateText, a.Population, a.Threshold, a.MirrorsQuestion,
                database.InspectionQuestions.Where(q => q.Number == a.MirrorsQuestion && database.PlanInspections.Any(i => i.PlanId == a.PlanId && i.InspectionId == q.InspectionId))
                    .Select(q => q.Text).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
        if (words is null)
        {
            return null;
        }

        var filter = new PlanFilter { Plan = words.PlanId.ToString() };
        var plan = await new PlanContentReader(database, current, clock).ReadAsync(filter, PlanViewOptions.Measures, cancellationToken);
        return plan?.Aims.FirstOrDefault(a => a.Id == request.Id) is { } aim ? new AimPage(plan, aim, words, Answers(plan, aim)) : null;
    }

    private static List<AimAnswer> Answers(PlanContent plan, AimItem aim)
    {
        var own = aim.Answers.Select(a => (Answer: a, Through: (string?)null));
        var below = aim.Drivers.SelectMany(Below).Select(a => (Answer: a, Through: (string?)$"a {EnglishText.Within(plan.Vocabulary.KeyDriverWord)}"))
            .Concat(aim.All.SelectMany(p => p.Answers.Select(a => (Answer: a, Through: (string?)$"{p.Number} {p.Title}"))));
        var found = own.Concat(below).GroupBy(a => a.Answer.RecommendationId).ToDictionary(g => g.Key, g => g.First());
        return
        [
            .. plan.Recommendations.Where(r => found.ContainsKey(r.Id))
                .Select(r => new AimAnswer(r, found[r.Id].Answer.Basis == LinkBasis.Inferred, found[r.Id].Through)),
        ];
    }

    private static IEnumerable<AnswerItem> Below(DriverItem driver) => driver.Answers.Concat(driver.Drivers.SelectMany(Below));
}
