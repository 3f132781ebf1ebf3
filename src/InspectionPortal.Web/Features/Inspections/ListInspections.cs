using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The inspections of the partnership, the newest first.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record ListInspections : IQuery<InspectionsPage>;

internal sealed class ListInspectionsHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<ListInspections, InspectionsPage?>
{
    public async Task<InspectionsPage?> Handle(ListInspections request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var rows = await database.InspectionsFor(access).AsNoTracking()
            .OrderBy(i => i.Published == null).ThenByDescending(i => i.Published).ThenByDescending(i => i.Id)
            .Select(i => new InspectionRow(
                i.Id, i.Kind, i.Title, i.Published, i.PublishedText, i.FieldworkText,
                i.Bodies.OrderBy(b => b.Position).Select(b => new InspectionBodyRow(b.Name, b.IsLead)).ToList(), i.Recommendations.Count))
            .ToListAsync(cancellationToken);
        var gradings = await database.InspectionsFor(access).AsNoTracking().SelectMany(i => i.Gradings)
            .OrderBy(g => g.Inspection!.Published).ThenBy(g => g.Position).ThenBy(g => g.Id)
            .Select(g => new GradingOverTime(g.InspectionId, g.Indicator, g.Title, g.Grade, g.ParentId != null))
                .ToListAsync(cancellationToken);
        return new InspectionsPage(rows, access.Has(Permission.EditPlan), access.Partnership.Vocabulary)
        {
            Gradings = gradings,
        };
    }
}
