using FluentValidation;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A file begins to arrive, piece by piece, for a form that is not sent yet.</summary>
/// <param name="FileName">The name that it has with the sender.</param>
/// <param name="Size">Bytes that will come.</param>
[Requires(Permission.AddEvidence)]
public sealed record StartUpload(string FileName, long Size) : ICommand<Guid>;

internal sealed class StartUploadHandler(
    PortalDbContext database, CurrentSession current, StorageQuota quota, EvidenceOptions options, ScanRule scans, TimeProvider time)
    : IRequestHandler<StartUpload, Result<Guid>>
{
    /// <summary>So many files of one person may wait for their form.</summary>
    private const int WaitingMaximum = 50;

    public async Task<Result<Guid>> Handle(StartUpload command, CancellationToken cancellationToken)
    {
        var name = EvidenceFileName.Safe(command.FileName);
        if (await RefusalAsync(command, name, cancellationToken) is { } refusal)
        {
            return Failure.Field(nameof(EvidenceBody.File), refusal);
        }

        var staged = new StagedFile
        {
            UserId = current.RequiredPerson.UserId,
            FileName = name,
            Size = command.Size,
            StorageName = FileNames.New(),
            StartedAt = time.GetUtcNow(),
        };
        database.Add(staged);
        await database.SaveChangesAsync(cancellationToken);
        return staged.Id;
    }

    private async Task<string?> RefusalAsync(StartUpload command, string name, CancellationToken cancellationToken)
    {
        if (!scans.TakesFiles)
        {
            return EvidenceLabels.NoScanner;
        }

        if (EvidenceFileType.Claimed(name) is null)
        {
            return $"The file must be {EvidenceFileType.Accepted}";
        }

        if (command.Size <= 0)
        {
            return "The file is empty. Choose another file";
        }

        if (command.Size > options.LargestFile)
        {
            return $"The file must be {EvidenceLabels.Size(options.LargestFile)} or smaller. Make it smaller or split it";
        }

        var user = current.RequiredPerson.UserId;
        var waiting = await database.StagedFiles.Where(f => f.UserId == user).Select(f => f.Size).ToListAsync(cancellationToken);
        return waiting.Count >= WaitingMaximum
            ? "Too many of your files are waiting. Add them as evidence first, or try again tomorrow"
            : await quota.RefusalAsync(command.Size + waiting.Sum(), cancellationToken);
    }
}
