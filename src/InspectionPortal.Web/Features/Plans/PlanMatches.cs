using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Which projects of a plan hold the words and answer the recommendations that a filter asks for.</summary>
internal static class PlanMatches
{
    private const string Escape = @"\";

    /// <summary>
    /// Ids of the projects that hold the words in their number, texts, leads, sub-actions or updates. Nothing in the words is a
    /// wildcard.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="words">What is searched for.</param>
    /// <param name="reading">What the reader may see: nobody finds a project by what they may not read.</param>
    public static IQueryable<Guid> HoldingWords(this PortalDbContext database, string words, PlanSearchScope reading)
    {
        var pattern = $"%{Escaped(words)}%";
        var seesSubmitted = reading.SeesSubmitted;
        return database.Projects.WhereTexts(reading.Fields, (p, texts) => p.Number == words
            || EF.Functions.ILike(p.Title + "\n" + texts, pattern, Escape)
            || p.Leads.Any(l => EF.Functions.ILike(l.LeadResponsibility!.Name, pattern, Escape))
            || p.SubActions.Any(s => EF.Functions.ILike(s.Text + "\n" + s.OwnersText, pattern, Escape)
                || s.Owners.Any(o => EF.Functions.ILike(o.LeadResponsibility!.Name, pattern, Escape)))
            || p.Measures.Any(m => EF.Functions.ILike(m.Title, pattern, Escape))
            || p.Entries.Any(e => EF.Functions.ILike(e.Text, pattern, Escape)
                && (e.UpdateId == null || e.Update!.State == UpdateState.Accepted || (seesSubmitted && e.Update.State == UpdateState.Submitted))))
            .Select(p => p.Id);
    }

    /// <summary>
    /// Ids of the projects that answer one of the recommendations by the rule of <see cref="Coverage"/>: by themselves, through
    /// a measure, their driver or the one above it; through their aim only where nothing nearer is linked to the recommendation.
    /// Each way is a set of its own, which the database reads once and not for every project.
    /// </summary>
    public static IQueryable<Guid> Answering(this PortalDbContext database, IReadOnlyList<Guid> recommendations)
    {
        var links = database.RecommendationLinks.Where(l => recommendations.Contains(l.RecommendationId));
        var projects = links.Where(l => l.ProjectId != null).Select(l => l.ProjectId!.Value);
        var measured = links.Where(l => l.Measure!.ProjectId != null).Select(l => l.Measure!.ProjectId!.Value);
        var drivers = links.Where(l => l.DriverId != null).Select(l => l.DriverId!.Value);
        var under = database.KeyDrivers.Where(d => drivers.Contains(d.Id) || drivers.Contains(d.ParentId!.Value)).Select(d => d.Id);
        var aims = links.Where(l => l.AimId != null && !l.Recommendation!.Links.Any(nearer => nearer.AimId == null)).Select(l => l.AimId!.Value);
        return database.Projects
            .Where(p => p.NoActionNeededReason == null
                && (projects.Contains(p.Id) || measured.Contains(p.Id) || under.Contains(p.DriverId!.Value) || aims.Contains(p.AimId)))
            .Select(p => p.Id);
    }

    /// <summary>The projects that a filter's words and recommendations ask for; the rest of it is asked of the rows.</summary>
    public static IQueryable<ImprovementProject> Matching(this PortalDbContext database, IQueryable<ImprovementProject> projects, PlanFilter filter, PlanSearchScope reading)
    {
        if (filter.IsTooLong)
        {
            return projects.Where(p => false);
        }

        if (filter.Q is { } words)
        {
            var holding = database.HoldingWords(words, reading);
            projects = projects.Where(p => holding.Contains(p.Id));
        }

        var asked = filter.RecommendationIds();
        if (asked.Count > 0)
        {
            var answering = database.Answering(asked);
            projects = projects.Where(p => answering.Contains(p.Id));
        }

        return projects;
    }

    private static string Escaped(string words) =>
        words.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal);
}
