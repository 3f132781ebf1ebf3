using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>
/// Keeps whole files for their form: those that came with a form which is shown again, so that nobody has to choose them a second time,
/// and the one whose last piece has arrived.
/// </summary>
/// <param name="Files">What arrived.</param>
/// <param name="UploadId">The file that was arriving piece by piece; null for those of a form.</param>
[Requires(Permission.AddEvidence)]
public sealed record AddStagedFiles(IReadOnlyList<StoredFile> Files, Guid? UploadId) : ICommand<Guid[]>;

internal sealed class AddStagedFilesHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<AddStagedFiles, Result<Guid[]>>
{
    public async Task<Result<Guid[]>> Handle(AddStagedFiles command, CancellationToken cancellationToken)
    {
        var user = current.RequiredPerson.UserId;
        var arriving = await database.StagedFiles.FirstOrDefaultAsync(f => f.Id == command.UploadId && f.UserId == user, cancellationToken);
        if (command.UploadId is not null && arriving is null)
        {
            return new Missing();
        }

        var ids = new List<Guid>();
        foreach (var file in command.Files)
        {
            var staged = arriving ?? Add(file, user);
            (staged.Size, staged.ContentType, staged.Sha256) = (file.Size, file.ContentType, file.Sha256);
            (staged.HasMacros, staged.Contents) = (file.HasMacros, file.Contents);
            staged.Telltales = file.Telltales is null ? null : EnglishText.Cut(file.Telltales, StagedFile.TelltalesMaxLength);
            ids.Add(staged.Id);
        }

        await database.SaveChangesAsync(cancellationToken);
        return ids.ToArray();
    }

    private StagedFile Add(StoredFile file, Guid user)
    {
        var staged = new StagedFile
        {
            UserId = user,
            FileName = file.FileName,
            StorageName = file.StorageName,
            StartedAt = time.GetUtcNow(),
        };
        database.Add(staged);
        return staged;
    }
}
