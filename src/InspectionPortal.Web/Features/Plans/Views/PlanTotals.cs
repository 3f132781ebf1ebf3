using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>How much there is, how it stands at worst, and how much of it is late, itself or in a sub-action.</summary>
public sealed record PlanTotals(int Projects, Rating? Worst, int Late)
{
    /// <summary>Counts real work; rows that need no action are left out.</summary>
    public static PlanTotals Of(IEnumerable<ProjectItem> projects)
    {
        var real = projects.Where(p => p.IsReal).ToList();
        return new PlanTotals(real.Count, WorstOf(real.Select(p => p.Rating)), real.Count(p => p.Late.IsLate));
    }

    /// <summary>The worst rating; not rated only where nothing is, null where there is nothing.</summary>
    public static Rating? WorstOf(IEnumerable<Rating> ratings)
    {
        Rating? worst = null;
        foreach (var rating in ratings)
        {
            if (worst is null || (rating != Rating.NotRated && (worst == Rating.NotRated || rating.Order > worst.Order)))
            {
                worst = rating;
            }
        }

        return worst;
    }
}
