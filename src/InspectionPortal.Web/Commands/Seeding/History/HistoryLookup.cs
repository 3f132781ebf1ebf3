using System.Globalization;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Finds what the files name in the database, because the run that added it may have been an earlier one.</summary>
internal sealed class HistoryLookup(PortalDbContext database)
{
    private readonly Dictionary<(string What, string Name, Guid Plan), Guid> _known = [];

    public Task<Guid> PlanAsync(string title) => IdAsync(database.Plans.Where(p => p.Title == title).Select(p => p.Id), "plan", title);

    public Task<Guid> AimAsync(Guid plan, string number) =>
        IdAsync(database.StretchAims.Where(a => a.PlanId == plan && a.Number == number).Select(a => a.Id), "aim", number, plan);

    public Task<Guid> DriverAsync(Guid plan, string text) =>
        IdAsync(database.KeyDrivers.Where(d => d.PlanId == plan && d.Text == text).Select(d => d.Id), "driver", text, plan);

    public Task<Guid> ProjectAsync(Guid plan, string number) =>
        IdAsync(database.Projects.Where(p => p.PlanId == plan && p.Number == number).Select(p => p.Id), "project", number, plan);

    public Task<Guid> MeasureAsync(string title) =>
        IdAsync(database.Measures.Where(m => m.Title == title).Select(m => m.Id), "measure", title);

    public Task<Guid> AgencyAsync(string code) => IdAsync(database.Agencies.Where(a => a.Code == code).Select(a => a.Id), "agency", code);

    public Task<Guid> ResponsibilityAsync(string name) =>
        IdAsync(database.LeadResponsibilities.Where(r => r.Name == name).Select(r => r.Id), "responsibility", name);

    public Task<Guid> InspectionAsync(string title) =>
        IdAsync(database.Inspections.Where(i => i.Title == title).Select(i => i.Id), "inspection", title);

    public Task<Guid> ReviewAsync(string title) =>
        IdAsync(database.ProgressReviews.Where(r => r.Title == title).Select(r => r.Id), "progress review", title);

    /// <summary>"2024/3": the third recommendation of the inspection that was published in that year.</summary>
    public Task<Guid> RecommendationAsync(string yearAndNumber)
    {
        var (year, number) = yearAndNumber.Split('/') is [var first, var second]
            ? (int.Parse(first, CultureInfo.InvariantCulture), second)
            : (0, "");
        return IdAsync(
            database.Recommendations.Where(r => r.Number == number && r.Inspection!.Published!.Value.Year == year).Select(r => r.Id),
            "recommendation", yearAndNumber);
    }

    public Task<ReportingPeriod> PeriodAsync(Guid plan, string title) =>
        OneAsync(database.ReportingPeriods.AsNoTracking().Where(p => p.PlanId == plan && p.Title == title), "period", title);

    /// <summary>Ids do not change, so each is looked up once.</summary>
    private async Task<Guid> IdAsync(IQueryable<Guid> found, string what, string name, Guid plan = default)
    {
        if (!_known.TryGetValue((what, name, plan), out var id))
        {
            _known[(what, name, plan)] = id = await OneAsync(found, what, name);
        }

        return id;
    }

    private static async Task<T> OneAsync<T>(IQueryable<T> found, string what, string name) =>
        await found.ToListAsync() is [var only] ? only : throw new SeedException($"There is no {what} '{name}', or there are two.");
}
