using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>The form of the partnership's name.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetNameForm : IQuery<EditName>;

internal sealed class GetNameFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetNameForm, EditName?>
{
    public async Task<EditName?> Handle(GetNameForm query, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var stored = await database.Partnerships.AsNoTracking().SingleAsync(p => p.Id == own, cancellationToken);
        return new EditName
        {
            Version = stored.Version,
            Name = stored.Name,
            Page = new FormPage
            {
                Title = "Name of the partnership",
                Place = "settings",
                Lede = "It is shown at the top of every page, on reports and in e-mails. Reports that are approved keep the name they have.",
                Back = "~/settings",
                Crumbs = [new Crumb("Settings", "~/settings")],
            },
        };
    }
}
