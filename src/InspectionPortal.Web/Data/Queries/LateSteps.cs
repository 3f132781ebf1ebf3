using InspectionPortal.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>How many sub-actions of each project are past their date and not done.</summary>
public sealed class LateSteps
{
    private readonly Dictionary<Guid, int> _counts;

    private LateSteps(Dictionary<Guid, int> counts) => _counts = counts;

    /// <summary>Counts them on a day of the plan. Whether the project itself is over is for the reader to judge.</summary>
    public static async Task<LateSteps> ReadAsync(IQueryable<SubAction> steps, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await steps.AsNoTracking().Select(s => new { s.ProjectId, s.Deadline, s.Status }).ToListAsync(cancellationToken);
        return new LateSteps(rows.Where(s => Lateness.OfStep(s.Deadline, s.Status, today, isProjectOver: false).IsLate)
            .CountBy(s => s.ProjectId).ToDictionary());
    }

    public int Of(Guid project) => _counts.GetValueOrDefault(project);
}
