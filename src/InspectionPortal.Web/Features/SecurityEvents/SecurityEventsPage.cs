namespace InspectionPortal.Web.Features.SecurityEvents;

public sealed record SecurityEventsPage(IReadOnlyList<SecurityEventRow> Rows, int Count, int Pages, ListSecurityEvents Filter)
{
    /// <summary>True where there may be more events than are counted and shown.</summary>
    public bool IsCutOff => Count == ListSecurityEvents.MostCounted;
}
