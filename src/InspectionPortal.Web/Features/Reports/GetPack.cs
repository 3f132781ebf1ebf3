using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// What an evidence pack holds: released evidence and approved reports, as far as the reader may read them. A member gets what a scrutiny
/// body with access to the live plan would.
/// </summary>
[Requires(Permission.ReadEvidence)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record GetPack(PackScope Scope, Guid? Id) : IQuery<PackContent>;

internal sealed class GetPackHandler(PortalDbContext database, CurrentSession current, GrantedEvidence granted,
    PlanClock clock, TimeProvider time)
    : IRequestHandler<GetPack, PackContent?>
{
    public async Task<PackContent?> Handle(GetPack query, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var asked = await AskedAsync(query, access, cancellationToken);
        if (query.Scope != PackScope.All && asked.Count == 0)
        {
            return null;
        }

        var coverage = await new CoverageReader(database, access).ReadAsync(
            [.. asked.Select(r => new CoverageRecommendation(r.Id, r.Number, r.Text, IsOwn: false, null, IsReworded: false))],
                cancellationToken);
        var items = await ItemsAsync(query, access, coverage, cancellationToken);
        var statements = await StatementsAsync(asked, access, cancellationToken);
        return new PackContent
        {
            Partnership = access.Partnership.Name,
            About = query.Scope switch
            {
                PackScope.Recommendation => $"{access.Partnership.Vocabulary.RecommendationWord} {asked[0].Number}",
                PackScope.Inspection => asked[0].Inspection ?? "an inspection",
                _ => "all evidence",
            },
            RecommendationWord = access.Partnership.Vocabulary.RecommendationWord,
            MadeBy = current.RequiredPerson.DisplayName,
            MadeAt = time.GetUtcNow(),
            Zone = clock.LocalTimeZone,
            Recommendations = [.. coverage.Rows.Select(r => new PackRecommendation(r.Recommendation.Id, r.Recommendation.Number,
                r.Recommendation.Text, r.Evidence)
            {
                Statements = [.. statements[r.Recommendation.Id]],
            })],
            Items = [.. items.Where(i => ScanRule.ForOfficers.Judge(i.Scan) == EvidenceReadability.Readable)],
            NotScanned = items.Count(i => ScanRule.ForOfficers.Judge(i.Scan) == EvidenceReadability.WaitingForScan),
            Reports = await database.NewestReportsFor(access).AsNoTracking().OrderByDescending(r => r.Period!.To).ThenByDescending(
                r => r.PublishedAt)
                .Select(r => new PackReport(r.PeriodId, r.Title, r.PublishedAt, r.ScrutinyEdition)).ToListAsync(cancellationToken),
        };
    }

    private async Task<ILookup<Guid, PackStatement>> StatementsAsync(
        List<AskedRow> asked, TenantAccess access, CancellationToken cancellationToken)
    {
        var ids = asked.ConvertAll(r => r.Id);
        return (await database.OpenStatementsFor(access).AsNoTracking().Where(s => ids.Contains(s.RecommendationId))
            .OrderByDescending(s => s.AsAt).ThenByDescending(s => s.ApprovedAt).ThenBy(s => s.Id)
            .Select(s => new PackStatement
            {
                RecommendationId = s.RecommendationId,
                AsAt = s.AsAt,
                Grade = s.Grade,
                HowWell = s.HowWell,
                HowKnown = s.HowKnown,
                WhatNext = s.WhatNext,
                ApprovedAt = s.ApprovedAt,
            })
            .ToListAsync(cancellationToken)).ToLookup(s => s.RecommendationId);
    }

    private Task<List<AskedRow>> AskedAsync(GetPack query, TenantAccess access, CancellationToken cancellationToken)
    {
        var recommendations = database.RecommendationsFor(access);
        var chosen = query.Scope switch
        {
            PackScope.Recommendation => recommendations.Where(r => r.Id == query.Id),
            PackScope.Inspection => recommendations.Where(r => r.InspectionId == query.Id),
            _ => recommendations,
        };
        return chosen.AsNoTracking().OrderByDescending(r => r.Inspection!.Published).ThenBy(r => r.Position).ThenBy(r => r.Id)
            .Select(r => new AskedRow(r.Id, r.Number, r.Text, r.Inspection!.Title)).ToListAsync(cancellationToken);
    }

    private async Task<List<PackItem>> ItemsAsync(GetPack query, TenantAccess access, Coverage coverage,
        CancellationToken cancellationToken)
    {
        var versions = access.IsByGrant
            ? granted.Versions(await granted.OpenAsync(cancellationToken), coverage)
            : database.EvidenceVersions.AsNoTracking().Where(v => v.ReleasedAt != null);
        var answering = coverage.Rows.SelectMany(r => r.Evidence).Distinct().ToList();
        return await versions.Where(v => query.Scope == PackScope.All || answering.Contains(v.ItemId))
            .OrderByDescending(v => v.ReleasedAt).ThenBy(v => v.Id)
            .Select(v => new PackItem
            {
                ItemId = v.ItemId,
                Title = v.Item!.Title,
                Kind = v.Item.Kind,
                Version = v.Number,
                FileName = v.FileName,
                StorageName = v.StorageName,
                Url = v.Url,
                Note = v.Note,
                Sha256 = v.Sha256,
                Scan = v.Scan,
                AddedAt = v.AddedAt,
                ReleasedAt = v.ReleasedAt,
            }).ToListAsync(cancellationToken);
    }

    private sealed record AskedRow(Guid Id, string Number, string Text, string? Inspection);
}
