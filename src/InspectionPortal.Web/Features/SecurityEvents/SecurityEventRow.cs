using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>A line of the security log with the names that its ids stand for.</summary>
public sealed record SecurityEventRow(DateTimeOffset At, SecurityEventKind Kind)
{
    public string? By { get; init; }

    public string? About { get; init; }

    public string? Partnership { get; init; }

    public string? Place { get; init; }

    public string? Detail { get; init; }

    /// <summary>Adds the names in the same command.</summary>
    internal static IQueryable<SecurityEventRow> Select(PortalDbContext database, IQueryable<SecurityEvent> lines) => lines.Select(e => new SecurityEventRow(e.At, e.Kind)
    {
        By = database.Users.Where(u => u.Id == e.ByUserId).Select(u => u.DisplayName + " (" + u.Email + ")").FirstOrDefault(),
        About = database.Users.Where(u => u.Id == e.AboutUserId).Select(u => u.DisplayName + " (" + u.Email + ")").FirstOrDefault(),
        Partnership = database.Partnerships.Where(p => p.Id == e.PartnershipId).Select(p => p.Name).FirstOrDefault(),
        Place = e.Place,
        Detail = e.Detail,
    });
}
