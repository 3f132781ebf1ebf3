using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>
/// Copies projects into the plan that follows, with their aims and drivers. Leads, texts, open sub-actions and links to recommendations
/// come along; measures are used by both; updates and evidence stay with the earlier project, which the new one names.
/// </summary>
internal sealed class CarriedWork(PortalDbContext database, Guid targetId)
{
    /// <summary>The chosen projects of a plan, with all that is carried over.</summary>
    public static Task<List<ImprovementProject>> ProjectsAsync(
        PortalDbContext database, Guid planId, IReadOnlyList<Guid> chosen, CancellationToken cancellationToken) =>
        database.Projects.AsNoTracking().AsSplitQuery().Where(p => p.PlanId == planId && chosen.Contains(p.Id))
            .Include(p => p.Aim).Include(p => p.Driver!.Parent).Include(p => p.Leads).Include(p => p.CategoryNotes).Include(p => p.Answers)
            .Include(p => p.Measures).Include(p => p.SubActions).ThenInclude(s => s.Owners)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ToListAsync(cancellationToken);

    /// <summary>Adds those that are not there yet.</summary>
    /// <returns>How many were added.</returns>
    public async Task<int> AddAsync(IReadOnlyList<ImprovementProject> projects, CancellationToken cancellationToken)
    {
        var aims = await database.StretchAims.Where(a => a.PlanId == targetId).ToListAsync(cancellationToken);
        var drivers = await database.KeyDrivers.Where(d => d.PlanId == targetId).ToListAsync(cancellationToken);
        var taken = await database.Projects.Where(p => p.PlanId == targetId)
            .Select(p => new { p.PredecessorId, p.Position }).ToListAsync(cancellationToken);
        var before = taken.Select(t => t.PredecessorId).ToHashSet();
        var position = taken.Select(t => t.Position).DefaultIfEmpty(-1).Max();
        var added = 0;
        foreach (var project in projects.Where(p => !before.Contains(p.Id)))
        {
            var aim = AimOf(project.Aim!, aims);
            var driver = project.Driver is null ? null : DriverOf(project.Driver, aim, drivers);
            Add(project, aim, driver, ++position);
            added++;
        }

        return added;
    }

    private StretchAim AimOf(StretchAim earlier, List<StretchAim> aims)
    {
        if (aims.Find(a => a.PredecessorId == earlier.Id) is { } there)
        {
            return there;
        }

        var aim = new StretchAim
        {
            Id = Guid.CreateVersion7(),
            PlanId = targetId,
            PredecessorId = earlier.Id,
            Number = aims.Exists(a => a.Number == earlier.Number) ? $"{aims.Count + 1}" : earlier.Number,
            Position = aims.Count == 0 ? 0 : aims.Max(a => a.Position) + 1,
            Statement = earlier.Statement,
            Vision = earlier.Vision,
            KeyOutcomes = [.. earlier.KeyOutcomes],
            ByDateText = earlier.ByDateText,
            Population = earlier.Population,
            Threshold = earlier.Threshold,
            MirrorsQuestion = earlier.MirrorsQuestion,
        };
        database.Add(aim);
        aims.Add(aim);
        return aim;
    }

    private KeyDriver DriverOf(KeyDriver earlier, StretchAim aim, List<KeyDriver> drivers)
    {
        if (drivers.Find(d => d.PredecessorId == earlier.Id) is { } there)
        {
            return there;
        }

        var parent = earlier.Parent is null ? null : DriverOf(earlier.Parent, aim, drivers);
        var driver = new KeyDriver
        {
            Id = Guid.CreateVersion7(),
            AimId = aim.Id,
            ParentId = parent?.Id,
            PredecessorId = earlier.Id,
            Position = drivers.Count,
            Text = earlier.Text,
        };
        database.Add(driver);
        drivers.Add(driver);
        return driver;
    }

    private void Add(ImprovementProject earlier, StretchAim aim, KeyDriver? driver, int position)
    {
        var project = new ImprovementProject
        {
            Id = Guid.CreateVersion7(),
            PredecessorId = earlier.Id,
            AimId = aim.Id,
            DriverId = driver?.Id,
            Position = position,
            Number = earlier.Number,
            Title = earlier.Title,
            IsChangeIdea = earlier.IsChangeIdea,
            Deadline = earlier.Deadline,
            Forecast = earlier.Forecast,
            Status = earlier.Status.IsFinished() ? ProjectStatus.NotStarted : earlier.Status,
        };
        foreach (var field in ProjectFields.All)
        {
            field.Set(project, field.Get(earlier));
        }

        project.Leads.AddRange(earlier.Leads.Select(l => new ProjectLead
        {
            LeadResponsibilityId = l.LeadResponsibilityId,
            Kind = l.Kind,
            Position = l.Position,
        }));
        project.CategoryNotes.AddRange(earlier.CategoryNotes.Select(n => new CategoryNote { Category = n.Category, Text = n.Text }));
        project.SubActions.AddRange(earlier.SubActions.Where(s => !s.Status.IsFinished()).Select(Copy));
        database.Add(project);
        database.AddRange(earlier.Answers.Select(a => new RecommendationLink
        {
            RecommendationId = a.RecommendationId,
            ProjectId = project.Id,
            Basis = a.Basis,
            Why = a.Why,
        }));
        database.AddRange(earlier.Measures.Select(m => new MeasureUse { MeasureId = m.Id, ProjectId = project.Id }));
    }

    private static SubAction Copy(SubAction earlier)
    {
        var step = new SubAction
        {
            Position = earlier.Position,
            Category = earlier.Category,
            Text = earlier.Text,
            Deadline = earlier.Deadline,
            Status = earlier.Status,
            OwnersText = earlier.OwnersText,
        };
        step.Owners.AddRange(earlier.Owners.Select(o => new SubActionOwner { LeadResponsibilityId = o.LeadResponsibilityId }));
        return step;
    }
}
