namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A plan with its approved reports.</summary>
internal sealed class ReportedPlan
{
    public int TenantId { get; init; }
    public Guid PlanId { get; init; }
    public required string Title { get; init; }
    public DateOnly? NextDue { get; init; }

    /// <summary>Every version of every report, in any order.</summary>
    public required List<ReportHead> Reports { get; init; }

    /// <summary>The newest version of each report that may be read, oldest period first.</summary>
    public List<ReportHead> Readable => field ??=
        [.. Reports.Where(r => r is { IsNewest: true, IsWithheld: false }).OrderBy(r => r.To).ThenBy(r => r.PublishedAt)];
}
