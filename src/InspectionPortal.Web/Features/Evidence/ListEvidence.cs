using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What do we hold, what proves what, what is missing? The filters are the address's own.</summary>
[Requires(Permission.ReadEvidence)]
public sealed record ListEvidence : IQuery<EvidenceList>
{
    public const int PageSize = 50;
    public const int WordsMaxLength = 100;

    public Guid? Recommendation { get; set; }
    public Guid? Project { get; set; }
    public Guid? Measure { get; set; }
    public Guid? Period { get; set; }
    public Guid? Agency { get; set; }
    public EvidenceType? Kind { get; set; }
    public EvidenceReleaseState? State { get; set; }

    /// <summary>Words of the title, what it proves, its source or its file's name.</summary>
    public string? Q { get; set; }

    public int Page { get; set; } = 1;

    /// <summary>True where anything but the page is chosen.</summary>
    public bool IsFiltered => this with { Page = 1 } != new ListEvidence();

    /// <summary>The address of the list with these filters.</summary>
    public string Address()
    {
        (string Name, string? Value)[] parts =
        [
            ("recommendation", Recommendation?.ToString()), ("project", Project?.ToString()), ("measure", Measure?.ToString()),
            ("period", Period?.ToString()),
            ("agency", Agency?.ToString()), ("kind", Kind?.ToString()), ("state", State?.ToString()), ("q", Q),
            ("page", Page > 1 ? $"{Page}" : null),
        ];
        var query = string.Join(
            '&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "~/evidence" : $"~/evidence?{query}";
    }
}

internal sealed class ListEvidenceHandler(PortalDbContext database, CurrentSession current, EvidenceFilters filters)
    : IRequestHandler<ListEvidence, EvidenceList?>
{
    private const int ClaimedMaximum = 100;

    public async Task<EvidenceList?> Handle(ListEvidence query, CancellationToken cancellationToken)
    {
        query.Page = Math.Clamp(query.Page, 1, 100_000);
        query.Q = query.Q?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, ListEvidence.WordsMaxLength)] : null;
        var choices = await filters.ChoicesAsync(query.Recommendation, cancellationToken);
        var items = await filters.FilteredAsync(query, choices, cancellationToken);
        var count = await items.CountAsync(cancellationToken);
        var rows = await items.OrderByDescending(i => i.AddedAt).ThenBy(i => i.Id)
            .Skip((query.Page - 1) * ListEvidence.PageSize).Take(ListEvidence.PageSize)
            .Select(i => new EvidenceRow(
                i.Id, i.Title, i.Form, i.Kind, i.Classification, i.Links.AsQueryable().Select(EvidenceProof.Read).ToList(),
                i.Versions.Max(v => v.Number), i.Versions.Where(v => v.ReleasedAt != null).Max(v => (int?)v.Number), i.AddedAt,
                database.Users.Where(u => u.Id == i.AddedByUserId).Select(u => u.DisplayName).FirstOrDefault())
            {
                Scan = i.Versions.OrderByDescending(v => v.Number).Select(v => v.Scan).First(),
                MadeOn = i.MadeOn,
            })
            .ToListAsync(cancellationToken);
        var tenant = current.RequiredTenant;
        return new EvidenceList(query, rows, count, choices, await ClaimedAsync(cancellationToken))
        {
            MayAdd = MessageAccess.Judge(typeof(AddEvidence), current) == Verdict.Allowed,
            RecommendationWord = tenant.Partnership.Vocabulary.RecommendationWord,
        };
    }

    private Task<List<ClaimedRow>> ClaimedAsync(CancellationToken cancellationToken)
    {
        var proven = database.ProjectsWithEvidence();
        return database.Projects.AsNoTracking()
            .Where(p => p.Status == ProjectStatus.DoneAwaitingEvidence && !proven.Contains(p.Id))
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).Take(ClaimedMaximum)
            .Select(p => new ClaimedRow(p.Id, p.Number, p.Title)).ToListAsync(cancellationToken);
    }
}
