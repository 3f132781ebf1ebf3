using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>The form of what link officers see by default.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetDefaultAccessForm : IQuery<EditDefaultAccess>;

internal sealed class GetDefaultAccessFormHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<GetDefaultAccessForm, EditDefaultAccess?>
{
    public async Task<EditDefaultAccess?> Handle(GetDefaultAccessForm query, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var stored = await database.Partnerships.AsNoTracking().SingleAsync(p => p.Id == own, cancellationToken);
        return new EditDefaultAccess
        {
            Version = stored.Version,
            Scope = stored.DefaultGrantScope,
            Page = new FormPage
            {
                Title = "What link officers see by default",
                Place = "settings",
                Lede = "When you give a scrutiny body access, the form starts with this. You can choose otherwise each time. "
                    + "Access that is already given does not change.",
                Back = "~/settings",
                Crumbs = [new Crumb("Settings", "~/settings")],
            },
        };
    }
}
