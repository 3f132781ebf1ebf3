using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportException(SnapshotProject Project, ExceptionKind Kind, Rating Before, Rating Now)
{
    public string Words => Kind switch
    {
        ExceptionKind.Worsened => $"Worsened: was {Before.Name.ToLowerInvariant()}",
        ExceptionKind.Slipped => "Deadline moved",
        ExceptionKind.LaterForecast => "Forecast after its deadline",
        ExceptionKind.OffTrack => Now.Name,
        _ => "Past its deadline",
    };
}
