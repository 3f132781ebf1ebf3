using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>One item for a link officer: the released versions that a grant opens, without who in the partnership did what.</summary>
[Requires(Permission.ReadEvidence)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record GetReleasedEvidence(Guid Id) : IQuery<EvidencePage>;

internal sealed class GetReleasedEvidenceHandler(CurrentSession current, GrantedEvidence granted)
    : IRequestHandler<GetReleasedEvidence, EvidencePage?>
{
    public async Task<EvidencePage?> Handle(GetReleasedEvidence query, CancellationToken cancellationToken)
    {
        var open = await granted.OpenAsync(cancellationToken);
        var found = await granted.VersionsOf(open, query.Id).OrderByDescending(v => v.Number)
            .Select(v => new
            {
                Item = v.Item!,
                Row = new EvidenceVersionRow
                {
                    Id = v.Id,
                    Number = v.Number,
                    FileName = v.FileName,
                    ContentType = v.ContentType,
                    Size = v.Size,
                    Sha256 = v.Sha256,
                    Url = v.Url,
                    Note = v.Note,
                    Scan = v.Scan,
                    HasMacros = v.HasMacros,
                    Contents = v.Contents,
                    AddedAt = v.AddedAt,
                    ReleasedAt = v.ReleasedAt,
                },
                Proofs = v.Item!.Links.AsQueryable().Select(EvidenceProof.Read).ToList(),
            })
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        var partnership = current.RequiredTenant.Partnership;
        return EvidencePage.Of(found[0].Item, found.Select(f => f.Row), partnership, ScanRule.ForOfficers) with
        {
            Proves = open.Proves(query.Id, found[0].Proofs, partnership.Vocabulary.RecommendationWord),
            IsForLinkOfficer = true,
        };
    }
}
