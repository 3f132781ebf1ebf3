using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>One quarter in the life of a project, as the approved report of it says.</summary>
public sealed record ProjectQuarter
{
    public required QuarterSnapshot Report { get; init; }

    /// <summary>Null where this report does not have the project.</summary>
    public required ComparedProject? Project { get; init; }

    /// <summary>Against the report before it that has the project; null in the first that has it.</summary>
    public required MoveKind? Move { get; init; }

    /// <summary>The deadline of the report before it that has the project, where it differs.</summary>
    public required SnapshotDeadline? DeadlineBefore { get; init; }

    /// <summary>True where the day it was expected by moved later.</summary>
    public required bool IsSlipped { get; init; }

    /// <summary>The quarters of one project, from the first report that has it to the last there is.</summary>
    /// <param name="reports">Approved reports, oldest first.</param>
    /// <param name="id">The project.</param>
    public static IReadOnlyList<ProjectQuarter> Of(IReadOnlyList<QuarterSnapshot> reports, Guid id)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var quarters = new List<ProjectQuarter>();
        var expected = new ExpectedDates();
        ComparedProject? before = null;
        foreach (var report in reports)
        {
            var project = ComparedProject.Find(report, id);
            if (project is null && before is null)
            {
                continue;
            }

            quarters.Add(new ProjectQuarter
            {
                Report = report,
                Project = project,
                Move = project is null || before is null ? null
                    : RatingMoves.Between(Rating.Find(report.RatingKey, before.Rating.Code), project.Rating),
                DeadlineBefore = project is not null && before is not null && before.Project.Deadline != project.Project.Deadline
                    ? before.Project.Deadline : null,
                IsSlipped = project is not null && expected.Slips(project.Project),
            });
            before = project ?? before;
        }

        return quarters;
    }
}
