using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>That a member decides on reports for a chief officer, now or later.</summary>
public sealed record DelegationNote(Guid OfficerId, string Officer, Guid DelegateId, string Delegate, DateOnly From, DateOnly Until)
{
    private string Days => $"from {DateFormat.Full(From)} to {DateFormat.Full(Until)}";

    /// <summary>Those that are in force on a day, or will be.</summary>
    internal static Task<List<DelegationNote>> ListAsync(PortalDbContext database, DateOnly day, CancellationToken cancellationToken) =>
        database.ApprovalDelegations.AsNoTracking().Where(ApprovalDelegation.NotOverOn(day)).WithBothRoles(database.Memberships)
            .OrderBy(d => d.From).ThenBy(d => d.Id)
            .Select(d => new DelegationNote(
                d.OfficerUserId, d.Officer!.DisplayName, d.DelegateUserId, d.Delegate!.DisplayName, d.From, d.Until))
            .ToListAsync(cancellationToken);

    /// <summary>What it says about one person; null where it is about others.</summary>
    public string? About(Guid user)
    {
        if (user == OfficerId)
        {
            return $"{Delegate} decides on reports for them {Days}";
        }

        return user == DelegateId ? $"Decides on reports for {Officer} {Days}" : null;
    }
}
