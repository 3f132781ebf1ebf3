using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Approvers;

/// <summary>
/// Ends delegations whose chief officer or delegate leaves or takes another role, so that they do not come back with the role.
/// </summary>
internal static class DelegationEnding
{
    /// <summary>Ends those that the person gave as a chief officer.</summary>
    public static Task EndGivenByAsync(PortalDbContext database, Guid officer, DateTimeOffset now, CancellationToken cancellationToken) =>
        EndAsync(database.ApprovalDelegations.Where(d => d.OfficerUserId == officer), now, cancellationToken);

    /// <summary>Ends those that the person has as a delegate.</summary>
    public static Task EndHeldByAsync(PortalDbContext database, Guid person, DateTimeOffset now, CancellationToken cancellationToken) =>
        EndAsync(database.ApprovalDelegations.Where(d => d.DelegateUserId == person), now, cancellationToken);

    private static async Task EndAsync(
        IQueryable<ApprovalDelegation> delegations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var delegation in await delegations.Where(d => d.EndedAt == null).ToListAsync(cancellationToken))
        {
            // What was over anyway is left as it was.
            if (delegation.Until >= DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1))
            {
                delegation.End(now, by: null);
            }
        }
    }
}
