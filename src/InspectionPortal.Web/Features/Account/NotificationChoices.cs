using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account;

/// <summary>How often a person wants e-mails.</summary>
internal static class NotificationChoices
{
    /// <summary>Notes the choice; the caller saves.</summary>
    public static async Task SetAsync(
        PortalDbContext database, Guid userId, NotificationFrequency frequency, DigestFrequency? digest,
            CancellationToken cancellationToken)
    {
        var kept = await database.NotificationPreferences.FirstOrDefaultAsync(p => p.UserId == userId, cancellationToken);
        if (kept is null)
        {
            database.Add(new NotificationPreference { UserId = userId, Frequency = frequency, Digest = digest ?? default });
        }
        else
        {
            kept.Frequency = frequency;
            kept.Digest = digest ?? kept.Digest;
        }
    }
}
