using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Search;

/// <summary>What the tests of the search do more than once.</summary>
internal static class SearchSteps
{
    /// <summary>Opens the search of a partnership.</summary>
    public static Task<TestPage> SearchAsync(this PortalFixture portal, TestPartnership partnership, TestPerson person, string words, string more = "") =>
        portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/search?q={Uri.EscapeDataString(words)}{more}");

    /// <summary>The addresses of what a page found.</summary>
    public static IReadOnlyList<string> Hits(this TestPage page) =>
        [.. page.Document.QuerySelectorAll(".p-hits__title").Select(a => a.GetAttribute("href")!)];

    /// <summary>The kinds of which a page found something, with their number.</summary>
    public static IReadOnlyList<string> Kinds(this TestPage page) =>
        [.. page.Document.QuerySelectorAll("main h2[id]").Select(h => string.Join(' ', h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>Says the first project in other words.</summary>
    public static Task<bool> ChangeProjectAsync(this PortalFixture portal, TestPartnership partnership, Guid id, Action<ImprovementProject> change) =>
        portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            change(await database.Projects.FirstAsync(p => p.Id == id));
            return true;
        });

    /// <summary>Puts a word into one item of each kind but reports.</summary>
    public static async Task<Guid> SayAsync(this PortalFixture portal, TestPartnership partnership, TestPlan plan, string word)
    {
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[1], UpdateState.Accepted, $"We said {word}");
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Set<Plan>().FirstAsync(p => p.Id == plan.Id)).Title = $"Plan for {word}";
            (await database.Set<ImprovementProject>().FirstAsync(p => p.Id == plan.ProjectIds[0])).Title = $"Project for {word}";
            (await database.Set<SubAction>().FirstAsync(s => s.Id == plan.SubActionIds[0])).Text = $"Step for {word}";
            (await database.Set<Measure>().FirstAsync(m => m.Id == plan.MeasureIds[0])).Definition = $"Counts {word}";
            (await database.Set<Recommendation>().FirstAsync(r => r.Id == plan.RecommendationId)).Text = $"They must improve {word}";
            (await database.Set<Inspection>().FirstAsync(i => i.Id == plan.InspectionId)).Summary = $"They looked at {word}";
            return true;
        });
        return await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], $"Survey of {word}", released: false);
    }
}
