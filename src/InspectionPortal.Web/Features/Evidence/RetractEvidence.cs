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

/// <summary>
/// Something stops being evidence, with the reason. It proves nothing any more and nothing of it is released; what it was stays to be read
/// by members. Contributors do this to what they added themselves and nobody released.
/// </summary>
[CanUndo]
[Requires(Permission.AddEvidence)]
public sealed class RetractEvidence : FormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public string? Reason { get; set; }
}

internal sealed class RetractEvidenceValidator : AbstractValidator<RetractEvidence>
{
    public RetractEvidenceValidator() =>
        RuleFor(c => c.Reason).Required("Enter why you are withdrawing it").MaxLength(EvidenceItem.ReasonMaxLength);
}

internal sealed class RetractEvidenceHandler(PortalDbContext database, CurrentSession current, OwnItems own, TimeProvider time)
    : IRequestHandler<RetractEvidence, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RetractEvidence command, CancellationToken cancellationToken)
    {
        var item = await own.Retractable().Include(i => i.Links).Include(i => i.Versions)
            .FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (item is null)
        {
            return new Missing();
        }

        foreach (var released in item.Versions.Where(v => v.ReleasedAt is not null))
        {
            (released.ReleasedAt, released.ReleasedByUserId) = (null, null);
        }

        (item.WithdrawnAt, item.WithdrawnByUserId, item.WithdrawnReason) = (
            time.GetUtcNow(), current.RequiredPerson.UserId, command.Reason);
        database.RemoveRange(item.Links);
        if (database.Check(item, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved(
            $"~/evidence/{item.Id}",
            "Evidence withdrawn. It is evidence for nothing now, and scrutiny bodies cannot read it. "
            + "The access log still shows who read it.");
    }
}
