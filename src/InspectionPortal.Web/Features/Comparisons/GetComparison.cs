using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>
/// What changed between two approved quarters, or since the plan was first agreed? Worked out from the frozen reports alone.
/// </summary>
[Requires(Permission.ReadReports)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record GetComparison(ComparisonChoice Choice) : IQuery<ComparisonPage>;

internal sealed class GetComparisonHandler(ApprovedReports approved, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetComparison, ComparisonPage?>
{
    public async Task<ComparisonPage?> Handle(GetComparison query, CancellationToken cancellationToken)
    {
        var choice = query.Choice;
        var all = await approved.ListAsync(cancellationToken);
        var newest = all.MaxBy(r => (r.To, r.PublishedAt));
        var (isToKnown, to) = Find(all, choice.To, newest);
        var plan = all.Where(r => r.PlanId == to?.PlanId).ToList();
        var isFromPlan = choice.From == ComparisonChoice.Plan || (choice.From is null && to is not null && to == plan[0]);
        var (isFromKnown, from) = isFromPlan ? (true, plan.FirstOrDefault())
            : Find(all, choice.From, plan.TakeWhile(r => r != to).LastOrDefault());
        if (!isToKnown || !isFromKnown)
        {
            return null;
        }

        // The earlier one stands first, whichever way round they were chosen.
        if (!isFromPlan && from is not null && to is not null && from.PlanId == to.PlanId && plan.IndexOf(from) > plan.IndexOf(to))
        {
            (from, to) = (to, from);
        }

        var withheld = await approved.ListWithheldAsync(cancellationToken);
        var problem = isFromPlan && from is not null && withheld.Any(w => w.PlanId == from.PlanId && w.To < from.To)
            ? "The first approved report is withheld on legal grounds, so the plan as first agreed cannot be shown. Choose another report."
            : Problem(from, to, isFromPlan);
        var comparison = problem is null && from is not null && to is not null
            ? await CompareAsync(plan, from, to, isFromPlan, cancellationToken) : null;
        return PageOf(choice, all, new ComparedReports(plan, from, to, isFromPlan, withheld.TitlesOf(plan)), comparison, problem);
    }

    private ComparisonPage? PageOf(
        ComparisonChoice choice, IReadOnlyList<ApprovedReport> all, ComparedReports compared, ReportComparison? comparison, string? problem)
    {
        var page = new ComparisonPage
        {
            Reports = all,
            PlanReports = compared.Plan,
            Withheld = compared.Withheld,
            Vocabulary = current.RequiredTenant.Partnership.Vocabulary,
            Zone = clock.LocalTimeZone,
            From = compared.From,
            To = compared.To,
            IsFromPlan = compared.IsFromPlan,
            Comparison = comparison,
            Problem = problem,
            Show = choice.Show,
            Page = choice.Page,
        };

        // A section or page that there is not is a page that there is not.
        return choice.Show is null
            ? choice.Page == 1 ? page : null
            : page.Sections.FirstOrDefault(s => s.Key == choice.Show) is { } section && choice.Page >= 1
                && choice.Page <= ComparisonPage.PagesOf(section.Count) ? page : null;
    }

    private async Task<ReportComparison> CompareAsync(
        List<ApprovedReport> plan, ApprovedReport from, ApprovedReport to, bool isFromPlan, CancellationToken cancellationToken)
    {
        var between = plan.SkipWhile(r => r != from).TakeWhile(r => r != to).Append(to).Distinct().ToList();
        var reports = await approved.ReadAsync(between, cancellationToken);
        return new ReportComparison(reports[0], [.. reports.Skip(1)], isFromPlan);
    }

    private static (bool IsKnown, ApprovedReport? Report) Find(List<ApprovedReport> all, string? period, ApprovedReport? unless)
    {
        if (string.IsNullOrEmpty(period))
        {
            return (true, unless);
        }

        var found = Guid.TryParse(period, out var id) ? all.Find(r => r.PeriodId == id) : null;
        return (found is not null, found);
    }

    private static string? Problem(ApprovedReport? from, ApprovedReport? to, bool isFromPlan) => (from, to) switch
    {
        (_, null) => "There is nothing to compare. A report can be compared when the chief officers have approved it and you can read it.",
        (null, _) => "There is no earlier report that you can read to compare with. Choose the plan as first agreed.",
        _ when from.PlanId != to.PlanId => "These reports are about different plans. Choose two reports of the same plan.",
        _ when from == to && !isFromPlan => "You chose the same report twice. Choose two different reports.",
        _ => null,
    };

    private sealed record ComparedReports(
        IReadOnlyList<ApprovedReport> Plan, ApprovedReport? From, ApprovedReport? To, bool IsFromPlan, IReadOnlyList<string> Withheld);
}
