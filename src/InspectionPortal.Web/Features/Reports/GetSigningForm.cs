using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The form that says how reports are signed.</summary>
[Requires(Permission.ManagePeople)]
public sealed record GetSigningForm : IQuery<EditSigning>;

internal sealed class GetSigningFormHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<GetSigningForm, EditSigning?>
{
    public async Task<EditSigning?> Handle(GetSigningForm query, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var partnership = await database.Partnerships.AsNoTracking().SingleAsync(p => p.Id == own, cancellationToken);
        var officers = await database.Memberships.AsNoTracking().Where(m => m.Role == PartnershipRole.ChiefOfficer)
            .OrderBy(m => m.Capacity).ThenBy(m => m.User!.DisplayName)
            .Select(m => new { m.UserId, Name = (m.Capacity ?? ApproveQuarter.PlainCapacity) + ", " + m.User!.DisplayName })
            .ToListAsync(cancellationToken);
        var signatories = await database.Signatories.AsNoTracking().ToDictionaryAsync(s => s.UserId, s => s.AgencyId, cancellationToken);
        return new EditSigning
        {
            Version = partnership.Version,
            Quorum = partnership.Quorum,
            Agencies = await database.SigningAgencies.AsNoTracking().Select(a => a.AgencyId).ToListAsync(cancellationToken),
            Signatories =
            [
                .. officers.Select(o => new SignatoryRow
                {
                    UserId = o.UserId,
                    AgencyId = signatories.TryGetValue(o.UserId, out var agency) ? agency : null,
                }),
            ],
            Page = new SigningFormPage
            {
                Title = "How reports are signed",
                Place = "reports",
                Back = "~/reports",
                Crumbs = [new Crumb("Reports", "~/reports")],
                Lede = "It counts for reports submitted from now on. Every chief officer gets an e-mail when you change it.",
                Agencies = await database.Agencies.AsNoTracking().OrderBy(a => a.Name)
                    .Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToListAsync(cancellationToken),
                Officers = officers.ToDictionary(o => o.UserId, o => o.Name),
            },
        };
    }
}
