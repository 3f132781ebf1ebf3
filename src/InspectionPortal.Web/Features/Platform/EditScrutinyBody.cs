using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class EditScrutinyBody : ICommand<bool>, IScrutinyBodyForm
{
    public Guid Id { get; set; }
    public uint Version { get; set; }
    public string? Name { get; set; }
    public string? ShortName { get; set; }
    public string? OfficerTitle { get; set; }
}

internal sealed class EditScrutinyBodyValidator : ScrutinyBodyRules<EditScrutinyBody>;

internal sealed class EditScrutinyBodyHandler(PortalDbContext database) : IRequestHandler<EditScrutinyBody, Result<bool>>
{
    public async Task<Result<bool>> Handle(EditScrutinyBody command, CancellationToken cancellationToken)
    {
        if (await database.ScrutinyBodies.FirstOrDefaultAsync(b => b.Id == command.Id, cancellationToken) is not { } body)
        {
            return new Missing();
        }

        if (await database.ScrutinyBodies.AnyAsync(b => b.Id != command.Id && b.ShortName == command.ShortName, cancellationToken))
        {
            return Failure.Field(nameof(EditScrutinyBody.ShortName), "Another body has this short name. Enter a different one");
        }

        database.Entry(body).Property(b => b.Version).OriginalValue = command.Version;
        body.Name = command.Name!;
        body.ShortName = command.ShortName!;
        body.OfficerTitle = command.OfficerTitle ?? ScrutinyBody.DefaultOfficerTitle;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
