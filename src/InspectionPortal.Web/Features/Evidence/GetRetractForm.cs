using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The form that withdraws evidence.</summary>
[Requires(Permission.AddEvidence)]
public sealed record GetRetractForm(Guid Id) : IQuery<RetractEvidence>;

internal sealed class GetRetractFormHandler(OwnItems own) : IRequestHandler<GetRetractForm, RetractEvidence?>
{
    public async Task<RetractEvidence?> Handle(GetRetractForm query, CancellationToken cancellationToken)
    {
        var item = await own.Retractable().AsNoTracking().FirstOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        return item is null ? null : new RetractEvidence
        {
            Id = item.Id,
            Version = item.Version,
            Page = ItemFormPage.About(item, "Withdraw this evidence", "Withdraw this evidence"),
        };
    }
}
