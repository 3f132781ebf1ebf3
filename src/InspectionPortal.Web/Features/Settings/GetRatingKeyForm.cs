using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>The form of the ratings.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetRatingKeyForm : IQuery<EditRatingKey>;

internal sealed class GetRatingKeyFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetRatingKeyForm,
    EditRatingKey?>
{
    public async Task<EditRatingKey?> Handle(GetRatingKeyForm query, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var stored = await database.Partnerships.AsNoTracking().Where(p => p.Id == own)
            .Select(p => new { p.RagKey, p.Version }).SingleAsync(cancellationToken);
        return new EditRatingKey
        {
            Version = stored.Version,
            Ratings =
            [
                .. stored.RagKey.OrderBy(r => r.Order)
                    .Select(r => new RatingRow { Code = r.Code, Name = r.Name, Meaning = r.Meaning, Shape = r.Shape, Colour = r.Colour }),
            ],
            Page = new FormPage
            {
                Title = "Ratings",
                Place = "settings",
                Lede = "Two to five ratings, the best first. Each has a name and a shape, so that it can be told apart without colour. "
                    + "Approved reports keep the ratings they were approved with.",
                Back = "~/settings",
                Crumbs = [new Crumb("Settings", "~/settings")],
            },
        };
    }
}
