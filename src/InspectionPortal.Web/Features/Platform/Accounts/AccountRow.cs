using System.Linq.Expressions;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>One account.</summary>
public sealed record AccountRow(Guid Id, string Name, string Email, AccountStatus Status)
{
    public bool IsAdministrator { get; init; }

    /// <summary>The last sign-in that the security log still has.</summary>
    public DateTimeOffset? LastSignedInAt { get; init; }

    /// <summary>What the person has beside a password: "Passkey", "Authenticator app", or nothing.</summary>
    public string? Factor { get; init; }

    /// <summary>Reads everything in one command.</summary>
    internal static Expression<Func<PortalUser, AccountRow>> From(PortalDbContext database) => u => new AccountRow(
        u.Id, u.DisplayName, u.Email!,
        u.IsDisabled ? AccountStatus.Disabled : !u.EmailConfirmed || u.PasswordHash == null ? AccountStatus.Pending : AccountStatus.Confirmed)
    {
        IsAdministrator = u.IsPlatformAdministrator,
        LastSignedInAt = database.SecurityEvents.Where(e => e.AboutUserId == u.Id && e.Kind == SecurityEventKind.SignedIn).Max(e => (DateTimeOffset?)e.At),
        Factor = database.Set<PortalPasskey>().Any(p => p.UserId == u.Id) ? "Passkey" : u.TwoFactorEnabled ? "Authenticator app" : null,
    };
}
