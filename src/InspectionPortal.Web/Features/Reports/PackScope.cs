namespace InspectionPortal.Web.Features.Reports;

/// <summary>What an evidence pack is about.</summary>
public enum PackScope
{
    All,
    Inspection,
    Recommendation,
}
