using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportMove(SnapshotProject Project, Rating Before, Rating Now, MoveKind Kind)
{
    /// <summary>The arrow's class, where there is one.</summary>
    public string? Class => Kind switch
    {
        MoveKind.Up => "p-up",
        MoveKind.Down => "p-down",
        _ => null,
    };
}
