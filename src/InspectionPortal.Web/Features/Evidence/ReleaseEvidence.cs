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

/// <summary>Takes a released version back. Who read it before is in the access log.</summary>
[Requires(Permission.ReleaseEvidence)]
public sealed class WithdrawEvidence : ICommand<EvidenceReleased>, IEvidenceVersionCommand
{
    [BindNever]
    public Guid ItemId { get; set; }

    public int Number { get; set; }
    public uint Version { get; set; }
}

/// <summary>Which version of which item, and the row version that the page was opened at.</summary>
public interface IEvidenceVersionCommand
{
    Guid ItemId { get; }
    int Number { get; }
    uint Version { get; }
}

public sealed record EvidenceReleased(string Title, int Number);

/// <summary>What is about to be released, and to whom.</summary>
[Requires(Permission.ReleaseEvidence)]
public sealed record StartRelease(Guid ItemId, int? Number) : IQuery<ReleaseStart>;

public sealed record ReleaseStart(
    Guid ItemId, string Title, EvidenceClassification Classification, EvidenceVersionRow Row, IReadOnlyList<EvidenceReader> Readers);

internal sealed class StartReleaseHandler(PortalDbContext database, TimeProvider time) : IRequestHandler<StartRelease, ReleaseStart?>
{
    public async Task<ReleaseStart?> Handle(StartRelease query, CancellationToken cancellationToken)
    {
        var found = await database.EvidenceVersions.AsNoTracking()
            .Where(v => v.ItemId == query.ItemId && (query.Number == null || v.Number == query.Number))
            .OrderByDescending(v => v.Number)
            .Select(v => new
            {
                v.Item!.Title,
                v.Item.Classification,
                Row = new EvidenceVersionRow
                {
                    Id = v.Id,
                    Number = v.Number,
                    FileName = v.FileName,
                    ContentType = v.ContentType,
                    Size = v.Size,
                    Sha256 = v.Sha256,
                    Url = v.Url,
                    Scan = v.Scan,
                    AddedAt = v.AddedAt,
                    ReleasedAt = v.ReleasedAt,
                    Version = v.Version,
                },
            })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new ReleaseStart(
                query.ItemId, found.Title, found.Classification, found.Row,
                await ShowEvidenceHandler.Readers(database, time.GetUtcNow(), cancellationToken));
    }
}

internal sealed class ReleaseEvidenceHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<ReleaseEvidence, Result<EvidenceReleased>>, IRequestHandler<WithdrawEvidence, Result<EvidenceReleased>>
{
    public async Task<Result<EvidenceReleased>> Handle(ReleaseEvidence command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command, cancellationToken) is not { } version)
        {
            return new Missing();
        }

        if (version.Scan == ScanResult.Infected)
        {
            return Failure.Field(string.Empty, "The scan found a virus in this version. It cannot be released. Add a clean version instead");
        }

        if (version.ReleasedAt is null)
        {
            version.ReleasedAt = time.GetUtcNow();
            version.ReleasedByUserId = current.RequiredPerson.UserId;
            await database.SaveChangesAsync(cancellationToken);
        }

        return new EvidenceReleased(version.Item!.Title, version.Number);
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
