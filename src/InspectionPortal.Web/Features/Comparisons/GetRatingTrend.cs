using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>How did the ratings of a plan, its aims and its leads go over the quarters, and how often did forecasts slip?</summary>
[Requires(Permission.ReadReports)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record GetRatingTrend(TrendChoice Choice) : IQuery<TrendPage>;

internal sealed class GetRatingTrendHandler(ApprovedReports approved, CurrentSession current) : IRequestHandler<GetRatingTrend, TrendPage?>
{
    public async Task<TrendPage?> Handle(GetRatingTrend query, CancellationToken cancellationToken)
    {
        var choice = query.Choice;
        var all = await approved.ListAsync(cancellationToken);
        var wanted = string.IsNullOrEmpty(choice.Plan) ? all.MaxBy(r => (r.To, r.PublishedAt))?.PlanId
            : Guid.TryParse(choice.Plan, out var id) ? id : Guid.Empty;
        var reports = all.Where(r => r.PlanId == wanted).ToList();
        if (!TryView(choice.By, out var by) || (reports.Count == 0 && wanted is not null))
        {
            return null;
        }

        var withheld = await approved.ListWithheldAsync(cancellationToken);
        var page = new TrendPage
        {
            Withheld = withheld.TitlesOf(reports),
            Reports = reports,
            Plans = [.. all.DistinctBy(r => r.PlanId)],
            Vocabulary = current.RequiredTenant.Partnership.Vocabulary,
            By = by,
            Page = choice.Page,
            Trend = reports.Count == 0 ? null : new RatingTrend(await approved.ReadAsync(reports, cancellationToken)),
        };
        return choice.Page >= 1 && choice.Page <= page.Pages ? page : null;
    }

    private static bool TryView(string? by, out TrendView view)
    {
        view = TrendView.Plan;
        return string.IsNullOrEmpty(by) || (Enum.TryParse(by, ignoreCase: true, out view) && Enum.IsDefined(view));
    }
}
