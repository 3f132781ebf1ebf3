using System.Linq.Expressions;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>
/// The rule of <see cref="Coverage"/> for the lists that stand behind its counts: what some recommendations are linked to, as conditions
/// on projects
/// and measures. The links are read first and by themselves; joined into another query they would be sought anew for each of its rows.
/// </summary>
internal sealed class AnsweringLinks
{
    private readonly List<Guid> _filed;

    public AnsweringLinks(IEnumerable<AnsweringTarget> links)
    {
        var all = links.ToList();
        _filed = [.. all.Select(l => l.AimId).OfType<Guid>().Distinct()];

        // An aim counts for all its work only while nothing nearer is linked to the same recommendation.
        Aims = [.. all.GroupBy(l => l.RecommendationId).Where(g => g.All(l => l.AimId is not null)).SelectMany(g => g).Select(l => l.AimId!.Value).Distinct()];
        Drivers = [.. all.Select(l => l.DriverId).OfType<Guid>().Distinct()];
        Projects = [.. all.SelectMany(l => new[] { l.ProjectId, l.MeasuredProjectId }).OfType<Guid>().Distinct()];
        Measures = [.. all.Select(l => l.MeasureId).OfType<Guid>().Distinct()];
    }

    /// <summary>Aims whose work answers.</summary>
    public List<Guid> Aims { get; }

    /// <summary>Drivers whose work, and that of drivers under them, answers.</summary>
    public List<Guid> Drivers { get; }

    /// <summary>Projects that are linked, or of which a measure is.</summary>
    public List<Guid> Projects { get; }

    public List<Guid> Measures { get; }

    /// <summary>Work that answers: in hand or stopped, not what needs no action.</summary>
    public Expression<Func<ImprovementProject, bool>> Work => p => p.NoActionNeededReason == null
        && (Projects.Contains(p.Id) || Aims.Contains(p.AimId) || Drivers.Contains(p.DriverId!.Value) || Drivers.Contains(p.Driver!.ParentId!.Value));

    /// <summary>What measures: of that work, linked itself, or hanging on a linked aim or driver.</summary>
    public Expression<Func<Measure, bool>> Measured => m => m.ProjectId == null
        ? Measures.Contains(m.Id) || _filed.Contains(m.AimId!.Value) || Aims.Contains(m.Driver!.AimId)
            || Drivers.Contains(m.DriverId!.Value) || Drivers.Contains(m.Driver.ParentId!.Value)
        : m.Project!.NoActionNeededReason == null
            && (Projects.Contains(m.ProjectId.Value) || Aims.Contains(m.Project.AimId) || Drivers.Contains(m.Project.DriverId!.Value)
                || Drivers.Contains(m.Project.Driver!.ParentId!.Value));

    public static async Task<AnsweringLinks> ReadAsync(PortalDbContext database, IReadOnlyList<Guid> recommendations, CancellationToken cancellationToken) =>
        new(await database.RecommendationLinks.AsNoTracking().Where(l => recommendations.Contains(l.RecommendationId))
            .Select(l => new AnsweringTarget(l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId, l.Measure!.ProjectId)).ToListAsync(cancellationToken));
}

/// <summary>To what a recommendation is linked.</summary>
/// <param name="MeasuredProjectId">The project of the measure, which answers through it.</param>
internal sealed record AnsweringTarget(Guid RecommendationId, Guid? AimId, Guid? DriverId, Guid? ProjectId, Guid? MeasureId, Guid? MeasuredProjectId);
