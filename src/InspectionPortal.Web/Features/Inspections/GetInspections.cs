using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The inspections of the partnership, the newest first.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetInspections : IQuery<InspectionsPage>;

public sealed record InspectionsPage(IReadOnlyList<InspectionRow> Inspections, bool CanEdit, Vocabulary Vocabulary) : IReadByLinkOfficers
{
    public string WhatWasRead => "List of inspections";
}

public sealed record InspectionRow(Guid Id, InspectionKind Kind, string Title, DateOnly? Published, string? PublishedText, string? FieldworkText, List<InspectionBodyRow> Bodies, int Recommendations);

/// <summary>A body that inspected.</summary>
public sealed record InspectionBodyRow(string Name, bool IsLead);

internal sealed class GetInspectionsHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetInspections, InspectionsPage?>
{
    public async Task<InspectionsPage?> Handle(GetInspections request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var rows = await database.InspectionsFor(access).AsNoTracking()
            .OrderBy(i => i.Published == null).ThenByDescending(i => i.Published).ThenByDescending(i => i.Id)
            .Select(i => new InspectionRow(
                i.Id, i.Kind, i.Title, i.Published, i.PublishedText, i.FieldworkText,
                i.Bodies.OrderBy(b => b.Position).Select(b => new InspectionBodyRow(b.Name, b.IsLead)).ToList(), i.Recommendations.Count))
            .ToListAsync(cancellationToken);
        return new InspectionsPage(rows, access.Has(Permission.EditPlan), access.Partnership.Vocabulary);
    }
}
