using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The form in which the first person asks that files be destroyed.</summary>
[Requires(Permission.DestroyEvidence)]
public sealed record GetDestructionForm(Guid Id) : IQuery<RequestDestruction>;

internal sealed class GetDestructionFormHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<GetDestructionForm, RequestDestruction?>
{
    public async Task<RequestDestruction?> Handle(GetDestructionForm query, CancellationToken cancellationToken)
    {
        var item = await database.EvidenceItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        return item is not null && DestructionRules.MayRequest(item, current.RequiredTenant, time.GetUtcNow())
            ? new RequestDestruction
            {
                Id = item.Id,
                Version = item.Version,
                Page = ItemFormPage.About(item, "Request the destruction of these files", "Request destruction"),
            }
            : null;
    }
}
