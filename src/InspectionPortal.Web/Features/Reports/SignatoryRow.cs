namespace InspectionPortal.Web.Features.Reports;

/// <summary>For which agency one chief officer signs.</summary>
public sealed class SignatoryRow
{
    public Guid UserId { get; set; }

    public Guid? AgencyId { get; set; }
}
