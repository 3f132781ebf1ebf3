using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>Which lines of the security log an administrator wants to see. What cannot be read is left out.</summary>
public abstract class SecurityEventFilter
{
    public SecurityEventKind? Kind { get; set; }

    /// <summary>Part of a name or of an e-mail address: who did it, or whom it is about.</summary>
    public string? Person { get; set; }

    /// <summary>Part of a partnership's name, or its address.</summary>
    public string? Partnership { get; set; }

    /// <summary>The first day, in UTC.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day, in UTC.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The lines, in no order yet.</summary>
    public IQueryable<SecurityEvent> Apply(PortalDbContext database)
    {
        var lines = database.SecurityEvents.AsNoTracking();
        if (Kind is { } kind)
        {
            lines = lines.Where(e => e.Kind == kind);
        }

        if (!string.IsNullOrWhiteSpace(Partnership))
        {
            var (slug, pattern) = (Partnership.Trim().Trim('/'), LikePattern.Containing(Partnership.Trim()));
            lines = lines.Where(e => database.Partnerships.Any(
                p => p.Id == e.PartnershipId && (p.Slug == slug || EF.Functions.ILike(p.Name, pattern, LikePattern.Escape))));
        }

        if (From is { } from && StartOf(from) is var start)
        {
            lines = lines.Where(e => e.At >= start);
        }

        if (To is { } to && to < DateOnly.MaxValue && StartOf(to.AddDays(1)) is var end)
        {
            lines = lines.Where(e => e.At < end);
        }

        return string.IsNullOrWhiteSpace(Person) ? lines : OfPerson(lines, database, Person.Trim());
    }

    private static IQueryable<SecurityEvent> OfPerson(IQueryable<SecurityEvent> lines, PortalDbContext database, string words)
    {
        var pattern = LikePattern.Containing(words);
        var people = database.Users
            .Where(u => EF.Functions.ILike(u.DisplayName, pattern, LikePattern.Escape) || EF.Functions.ILike(u.Email!, pattern, LikePattern.Escape))
            .Select(u => (Guid?)u.Id);
        return lines.Where(e => people.Contains(e.ByUserId) || people.Contains(e.AboutUserId));
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
