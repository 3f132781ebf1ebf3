using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>
/// The second of two people confirms that files are destroyed. From then on nobody can open them. The store loses them in the same
/// clean-up that removes files that no evidence names.
/// </summary>
[Requires(Permission.DestroyEvidence)]
[ConfirmIdentity]
public sealed class ConfirmDestruction : FormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    /// <summary>What the first person gave as the reason; for the form.</summary>
    [BindNever]
    public string? Reason { get; set; }

    /// <summary>Names of the files; for the form.</summary>
    [BindNever]
    public IReadOnlyList<string> Files { get; set; } = [];
}

internal sealed class ConfirmDestructionHandler(PortalDbContext database, CurrentSession current, JobQueue jobs, TimeProvider time)
    : IRequestHandler<ConfirmDestruction, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ConfirmDestruction command, CancellationToken cancellationToken)
    {
        var item = await database.EvidenceItems.Include(i => i.Versions).FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (item is null)
        {
            return new Missing();
        }

        var user = current.RequiredPerson.UserId;
        if (!DestructionRules.MayConfirm(item, current.RequiredTenant, user))
        {
            return new Conflict("You cannot confirm this. Somebody other than the person who asked for it must.");
        }

        (item.DestroyedAt, item.DestroyedByUserId) = (time.GetUtcNow(), user);
        foreach (var version in item.Versions)
        {
            (version.StorageName, version.Contents, version.DestroyedAt) = (null, null, item.DestroyedAt);
        }

        if (database.Check(item, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        jobs.RunAfterCommit<SweepEvidenceJob>();
        return new Saved(
            $"~/evidence/{item.Id}", "Files destroyed. Nobody can open them. Copies in backups go when the backups do.");
    }
}
