using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

[CanUndo]
[Requires(Permission.ManagePeople)]
public sealed class EditAgency : ICommand<bool>, IAgencyForm
{
    public Guid Id { get; set; }
    public uint Version { get; set; }
    public string? Code { get; set; }
    public string? Name { get; set; }
    public AgencyKind Kind { get; set; }
    public string? Chair { get; set; }
    public Guid? ReportsToId { get; set; }
}

internal sealed class EditAgencyValidator : AgencyRules<EditAgency>;

internal sealed class EditAgencyHandler(PortalDbContext database) : IRequestHandler<EditAgency, Result<bool>>
{
    public async Task<Result<bool>> Handle(EditAgency command, CancellationToken cancellationToken)
    {
        var all = await database.Agencies.ToDictionaryAsync(a => a.Id, cancellationToken);
        if (!all.TryGetValue(command.Id, out var agency))
        {
            return new Missing();
        }

        if (all.Values.Any(a => a.Id != command.Id && a.Code == command.Code))
        {
            return AgencyChecks.Taken;
        }

        if (command.ReportsToId is { } above && !all.ContainsKey(above))
        {
            return AgencyChecks.NotThere;
        }

        var chain = AgencyHierarchy.Above(command.ReportsToId, all);
        if (chain.Contains(agency))
        {
            return AgencyChecks.Circle;
        }

        // Written again unchanged, so that two changes at the same moment cannot close a circle between them.
        foreach (var step in command.ReportsToId == agency.ReportsToId ? [] : chain)
        {
            database.Entry(step).Property(a => a.ReportsToId).IsModified = true;
        }

        database.Entry(agency).Property(a => a.Version).OriginalValue = command.Version;
        agency.Code = command.Code!;
        agency.Name = command.Name!;
        agency.Kind = command.Kind;
        agency.Chair = command.Chair;
        agency.ReportsToId = command.ReportsToId;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
