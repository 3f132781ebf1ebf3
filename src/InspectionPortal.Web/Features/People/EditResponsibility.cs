using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

[CanUndo]
[Requires(Permission.ManagePeople)]
public sealed class EditResponsibility : ICommand<bool>, IResponsibilityForm
{
    public Guid Id { get; set; }
    public uint Version { get; set; }
    public string? Name { get; set; }
    public ResponsibilityKind Kind { get; set; }
    public Guid? AgencyId { get; set; }
}

internal sealed class EditResponsibilityValidator : ResponsibilityRules<EditResponsibility>;

internal sealed class EditResponsibilityHandler(PortalDbContext database) : IRequestHandler<EditResponsibility, Result<bool>>
{
    public async Task<Result<bool>> Handle(EditResponsibility command, CancellationToken cancellationToken)
    {
        if (await database.LeadResponsibilities.FirstOrDefaultAsync(r => r.Id == command.Id, cancellationToken) is not { } responsibility)
        {
            return new Missing();
        }

        if (await ResponsibilityChecks.RefuseAsync(database, command.AgencyId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await database.LeadResponsibilities.AnyAsync(r => r.Id != command.Id && r.Name == command.Name, cancellationToken))
        {
            return ResponsibilityChecks.Taken;
        }

        database.Entry(responsibility).Property(r => r.Version).OriginalValue = command.Version;
        responsibility.Name = command.Name!;
        responsibility.Kind = command.Kind;
        responsibility.AgencyId = command.AgencyId;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
