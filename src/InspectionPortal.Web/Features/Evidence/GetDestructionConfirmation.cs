using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The form in which the second person confirms that files are destroyed.</summary>
[Requires(Permission.DestroyEvidence)]
public sealed record GetDestructionConfirmation(Guid Id) : IQuery<ConfirmDestruction>;

internal sealed class GetDestructionConfirmationHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<GetDestructionConfirmation, ConfirmDestruction?>
{
    public async Task<ConfirmDestruction?> Handle(GetDestructionConfirmation query, CancellationToken cancellationToken)
    {
        var item = await database.EvidenceItems.AsNoTracking().Include(i => i.Versions)
            .FirstOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        if (item is null || !DestructionRules.MayConfirm(item, current.RequiredTenant, current.RequiredPerson.UserId))
        {
            return null;
        }

        var asked = await database.Users.Where(u => u.Id == item.DestructionRequestedByUserId).Select(u => u.DisplayName)
            .FirstOrDefaultAsync(cancellationToken);
        var day = DateFormat.Full(DateFormat.LocalDay(item.DestructionRequestedAt!.Value, current.RequiredTenant.Partnership.TimeZone));
        return new ConfirmDestruction
        {
            Id = item.Id,
            Version = item.Version,
            Reason = item.DestructionReason,
            Files = [.. item.Versions.OrderBy(v => v.Number).Select(v => v.FileName ?? string.Empty)],
            Page = ItemFormPage.About(
                item, "Confirm the destruction of these files", "Destroy these files",
                asked is null ? $"Requested on {day}." : $"Requested by {asked} on {day}."),
        };
    }
}
