using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Lets scrutiny bodies with a grant read one version of an item, from now on.</summary>
[Requires(Permission.ReleaseEvidence)]
public sealed class ReleaseEvidence : ICommand<EvidenceReleased>, IEvidenceVersionCommand
{
    [BindNever]
    public Guid ItemId { get; set; }

    public int Number { get; set; }
    public uint Version { get; set; }
}

internal sealed class ReleaseEvidenceHandler(PortalDbContext database, CurrentSession current, ScanRule scans, TimeProvider time)
    : IRequestHandler<ReleaseEvidence, Result<EvidenceReleased>>, IRequestHandler<WithdrawEvidence, Result<EvidenceReleased>>
{
    public async Task<Result<EvidenceReleased>> Handle(ReleaseEvidence command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command, cancellationToken) is not { } version)
        {
            return new Missing();
        }

        if (version.Item!.WithdrawnAt is not null)
        {
            return Failure.Field(string.Empty, "This evidence was withdrawn, so it cannot be released");
        }

        if (!ScanRule.MayRelease(version.Scan))
        {
            return Failure.Field(string.Empty, EvidenceLabels.WhyNotReleased(version.Scan, scans));
        }

        if (version.ReleasedAt is null)
        {
            version.ReleasedAt = time.GetUtcNow();
            version.ReleasedByUserId = current.RequiredPerson.UserId;
            await database.SaveChangesAsync(cancellationToken);
        }

        return new EvidenceReleased(version.Item.Title, version.Number);
    }

    public async Task<Result<EvidenceReleased>> Handle(WithdrawEvidence command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command, cancellationToken) is not { } version)
        {
            return new Missing();
        }

        if (version.ReleasedAt is not null)
        {
            version.ReleasedAt = null;
            version.ReleasedByUserId = null;
            await database.SaveChangesAsync(cancellationToken);
        }

        return new EvidenceReleased(version.Item!.Title, version.Number);
    }

    private async Task<EvidenceVersion?> FindAsync(IEvidenceVersionCommand command, CancellationToken cancellationToken)
    {
        var version = await database.EvidenceVersions.Include(v => v.Item)
            .FirstOrDefaultAsync(v => v.ItemId == command.ItemId && v.Number == command.Number, cancellationToken);
        if (version is not null)
        {
            database.Entry(version).Property(v => v.Version).OriginalValue = command.Version;
        }

        return version;
    }
}
