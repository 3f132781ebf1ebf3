using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>Someone no longer holds a responsibility, from now on.</summary>
[CanUndo]
[Requires(Permission.ManagePeople)]
public sealed class EndAssignment : ICommand<Guid>
{
    public Guid Id { get; set; }
}

internal sealed class EndAssignmentHandler(PortalDbContext database, PartnershipTime time) : IRequestHandler<EndAssignment, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(EndAssignment command, CancellationToken cancellationToken)
    {
        if (await database.ResponsibilityHolders.FirstOrDefaultAsync(h => h.Id == command.Id, cancellationToken) is not { } holding)
        {
            return new Missing();
        }

        var userId = holding.UserId;
        End(database, holding, time.Today);
        await database.SaveChangesAsync(cancellationToken);
        return userId;
    }

    /// <summary>Yesterday was the last day; what began only today or later was never held.</summary>
    public static void End(PortalDbContext database, ResponsibilityHolder holding, DateOnly today)
    {
        if (holding.From >= today)
        {
            database.Remove(holding);
        }
        else if (holding.Until is null || holding.Until >= today)
        {
            holding.Until = today.AddDays(-1);
        }
    }
}
