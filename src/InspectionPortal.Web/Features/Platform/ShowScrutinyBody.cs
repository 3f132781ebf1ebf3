using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>A scrutiny body and its link officers.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed record ShowScrutinyBody(Guid Id) : IQuery<ScrutinyBodyPage>;

internal sealed class ShowScrutinyBodyHandler(PortalDbContext database) : IRequestHandler<ShowScrutinyBody, ScrutinyBodyPage?>
{
    public Task<ScrutinyBodyPage?> Handle(ShowScrutinyBody query, CancellationToken cancellationToken) =>
        database.ScrutinyBodies.AsNoTracking().Where(b => b.Id == query.Id)
            .Select(b => new ScrutinyBodyPage(
                b.Id, b.Name, b.ShortName, b.Version,
                b.Officers.OrderBy(o => o.User!.DisplayName)
                    .Select(o => new OfficerRow(o.Id, o.User!.DisplayName, o.User.Email!, o.User.PasswordHash != null)).ToList()))
            .AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
}

public sealed record ScrutinyBodyPage(Guid Id, string Name, string ShortName, uint Version, IReadOnlyList<OfficerRow> Officers);

public sealed record OfficerRow(Guid Id, string Name, string Email, bool HasPassword);
