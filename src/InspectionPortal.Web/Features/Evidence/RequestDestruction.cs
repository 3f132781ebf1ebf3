using FluentValidation;
using InspectionPortal.Domain.Evidence;
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

/// <summary>The first of two people says that the files of withdrawn evidence are due to be destroyed, and why.</summary>
[Requires(Permission.DestroyEvidence)]
public sealed class RequestDestruction : FormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public string? Reason { get; set; }
}

internal sealed class RequestDestructionValidator : AbstractValidator<RequestDestruction>
{
    public RequestDestructionValidator() =>
        RuleFor(c => c.Reason).Required("Enter what your retention schedule says").MaxLength(EvidenceItem.ReasonMaxLength);
}

internal sealed class RequestDestructionHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<RequestDestruction, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RequestDestruction command, CancellationToken cancellationToken)
    {
        var item = await database.EvidenceItems.FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (item is null)
        {
            return new Missing();
        }

        if (!DestructionRules.MayRequest(item, current.RequiredTenant, time.GetUtcNow()))
        {
            return new Conflict("These files cannot be destroyed now. Check the page of the evidence.");
        }

        (item.DestructionRequestedAt, item.DestructionRequestedByUserId, item.DestructionReason) =
            (time.GetUtcNow(), current.RequiredPerson.UserId, command.Reason);
        if (database.Check(item, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/evidence/{item.Id}", "Destruction requested. Another partnership lead or a chief officer must confirm it.");
    }
}
