namespace InspectionPortal.Web.Jobs;

/// <summary>What Hangfire knows of a job: ids and nothing else.</summary>
/// <param name="TenantId">The partnership.</param>
/// <param name="JobId">The row of <see cref="PartnershipJob"/>.</param>
/// <param name="AskedBy">Who asked.</param>
public sealed record JobOrder(int TenantId, Guid JobId, Guid AskedBy)
{
    /// <summary>The order that this row stands for.</summary>
    public static JobOrder Of(PartnershipJob row) => new(row.TenantId, row.Id, row.AskedByUserId);
}
