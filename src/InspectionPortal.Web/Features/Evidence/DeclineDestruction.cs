using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Somebody, the first person too, says that the files stay. Another request can follow.</summary>
[Requires(Permission.DestroyEvidence)]
public sealed class DeclineDestruction : ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public uint Version { get; set; }
}

internal sealed class DeclineDestructionHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<DeclineDestruction, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(DeclineDestruction command, CancellationToken cancellationToken)
    {
        var item = await database.EvidenceItems.FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (item is null)
        {
            return new Missing();
        }

        if (!DestructionRules.MayDecline(item, current.RequiredTenant) || database.Check(item, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        (item.DestructionRequestedAt, item.DestructionRequestedByUserId, item.DestructionReason) = (null, null, null);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/evidence/{item.Id}", "Request declined. The files stay.");
    }
}
