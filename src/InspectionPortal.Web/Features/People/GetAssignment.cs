using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>What the forms about holding a responsibility show: members, responsibilities, and the row itself where there is one.</summary>
[Requires(Permission.ManagePeople)]
public sealed record GetAssignment(Guid? Id) : IQuery<HoldingPage>;

internal sealed class GetAssignmentHandler(PortalDbContext database) : IRequestHandler<GetAssignment, HoldingPage?>
{
    public async Task<HoldingPage?> Handle(GetAssignment query, CancellationToken cancellationToken)
    {
        HoldingFact? row = null;
        if (query.Id is { } id)
        {
            row = await database.ResponsibilityHolders.AsNoTracking().Where(h => h.Id == id)
                .Select(h => new HoldingFact(h.Id, h.UserId, h.User!.DisplayName, h.LeadResponsibility!.Name, h.From, h.Until, h.Version))
                .FirstOrDefaultAsync(cancellationToken);
            if (row is null)
            {
                return null;
            }
        }

        var people = await database.Memberships.AsNoTracking().Select(m => new { m.UserId, m.User!.DisplayName, m.User.Email }).Distinct()
            .OrderBy(m => m.DisplayName).ToListAsync(cancellationToken);
        var responsibilities = await database.LeadResponsibilities.AsNoTracking().OrderBy(r => r.Name)
            .Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
        return new HoldingPage(
            row, [.. people.Select(p => (p.UserId, $"{p.DisplayName}, {p.Email}"))], [.. responsibilities.Select(r => (r.Id, r.Name))]);
    }
}
