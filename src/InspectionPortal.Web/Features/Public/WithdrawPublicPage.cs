using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Public;

/// <summary>Takes the public page down at once. It asks for no proof of identity, because nothing is opened and it can be urgent.</summary>
[Requires(Permission.EditPlan)]
public sealed class WithdrawPublicPage : ICommand<Saved>;

internal sealed class WithdrawPublicPageHandler(PortalDbContext database) : IRequestHandler<WithdrawPublicPage, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(WithdrawPublicPage command, CancellationToken cancellationToken)
    {
        if (await database.PublicPages.FirstOrDefaultAsync(cancellationToken) is { } page)
        {
            page.Withdraw();
            await database.SaveChangesAsync(cancellationToken);
        }

        return new Saved("~/settings/public", "Page taken down");
    }
}
