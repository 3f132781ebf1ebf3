using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>Is the platform well? Partnerships, scrutiny bodies, and what was changed last. Nothing that is within a partnership.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class GetPlatform : IQuery<PlatformPage>
{
    public const int PageSize = 50;

    /// <summary>Part of a partnership's name or address.</summary>
    public string? Search { get; set; }

    /// <summary>Of the list of partnerships, counted from 1.</summary>
    public int Page { get; set; } = 1;
}

internal sealed class GetPlatformHandler(PortalDbContext database, JobsOverview jobs, MailOverview mail) : IRequestHandler<GetPlatform, PlatformPage?>
{
    private const int EntriesShown = 20;

    public async Task<PlatformPage?> Handle(GetPlatform query, CancellationToken cancellationToken)
    {
        var bodies = await database.ScrutinyBodies.AsNoTracking().OrderBy(b => b.Name)
            .Select(b => new PlatformBody(
                b.Id, b.Name, b.Officers.OrderBy(o => o.User!.DisplayName).Select(o => o.User!.DisplayName).ToList()))
            .ToListAsync(cancellationToken);
        var entries = await database.PlatformAuditEntries.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(EntriesShown)
            .Select(e => new { Entry = e, Who = database.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return new PlatformPage(
            await PartnershipsAsync(query, cancellationToken),
            bodies,
            [.. entries.Select(e => new PlatformChange(
                e.Entry.At, e.Who, AuditText.Action(e.Entry.Action, e.Entry.EntityType),
                AuditText.Changes(e.Entry.Changes, AuditReading.Platform)))],
            jobs.Look(),
            await mail.GetAsync(cancellationToken));
    }

    private async Task<PlatformPartnerships> PartnershipsAsync(GetPlatform query, CancellationToken cancellationToken)
    {
        var states = await database.Partnerships.GroupBy(p => p.State).Select(g => new { State = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var total = states.Sum(s => s.Count);
        var found = Find(query.Search);
        var count = string.IsNullOrWhiteSpace(query.Search) ? total : await found.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + GetPlatform.PageSize - 1) / GetPlatform.PageSize);
        query.Page = Math.Clamp(query.Page, 1, pages);
        var partnerships = await found.OrderBy(p => p.Name).ThenBy(p => p.Id)
            .Skip((query.Page - 1) * GetPlatform.PageSize).Take(GetPlatform.PageSize)
            .Select(p => new { p.Id, p.Name, p.Slug, p.Kind, p.State, IsDemonstration = p.DemonstrationNote != null })
            .ToListAsync(cancellationToken);
        var shown = partnerships.Select(p => $"{p.Id}").ToList();
        var added = await database.PlatformAuditEntries.AsNoTracking()
            .Where(e => e.EntityType == nameof(Partnership) && shown.Contains(e.EntityId) && e.Action == AuditAction.Added)
            .Select(e => new { e.EntityId, e.At })
            .ToListAsync(cancellationToken);
        var addedAt = added.GroupBy(a => a.EntityId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(a => a.At), StringComparer.Ordinal);
        var active = states.Where(s => s.State == PartnershipState.Active).Sum(s => s.Count);
        return new PlatformPartnerships(total, total - active, count, pages, query)
        {
            Rows =
            [
                .. partnerships.Select(p => new PlatformPartnership(
                    p.Id, p.Name, p.Slug, p.Kind, p.State, p.IsDemonstration,
                    addedAt.TryGetValue($"{p.Id}", out var at) ? DateOnly.FromDateTime(at.UtcDateTime) : null)),
            ],
        };
    }

    private IQueryable<Partnership> Find(string? search)
    {
        var partnerships = database.Partnerships.AsNoTracking();
        if (string.IsNullOrWhiteSpace(search))
        {
            return partnerships;
        }

        var pattern = LikePattern.Containing(search.Trim().Trim('/'));
        return partnerships.Where(
            p => EF.Functions.ILike(p.Name, pattern, LikePattern.Escape) || EF.Functions.ILike(p.Slug, pattern, LikePattern.Escape));
    }
}
