namespace InspectionPortal.Web.Features.Home;

/// <summary>The newest quarter that was submitted: the rating of each project as it stood then.</summary>
internal sealed record HomeBefore(Guid PeriodId, string Title, byte[] Edition);
