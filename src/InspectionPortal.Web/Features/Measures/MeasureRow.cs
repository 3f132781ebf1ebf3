using InspectionPortal.Domain.Measures;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>A measure in the list: of what, and its newest figure as written.</summary>
public sealed record MeasureRow(
    Guid Id, string Title, MeasureKind Kind, Guid? ProjectId, string? ProjectNumber, string? ProjectTitle, string? AimNumber, string? Unit,
    string? LatestText, string? LatestDateText, DateOnly? LatestDate, int Figures, List<TargetRow> Targets, bool IsIllustrative = false)
{
    /// <summary>When a milestone is to be delivered and whether it was; null for what is measured by numbers.</summary>
    public MilestoneState? Milestone { get; init; }

    /// <summary>The target that comes next, or the last one once all are past.</summary>
    public TargetRow? NextTarget(DateOnly today) =>
        Targets.Where(t => t.By.Due >= today).MinBy(t => t.By.Due) ?? Targets.OrderBy(t => t.By.Due).LastOrDefault();
}
