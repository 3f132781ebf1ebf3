using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>What answers for the work, and who holds it today?</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListResponsibilities : IQuery<ResponsibilitiesPage>;

internal sealed class ListResponsibilitiesHandler(PortalDbContext database, PartnershipTime time)
    : IRequestHandler<ListResponsibilities, ResponsibilitiesPage?>
{
    public async Task<ResponsibilitiesPage?> Handle(ListResponsibilities query, CancellationToken cancellationToken)
    {
        var today = time.Today;
        var rows = await database.LeadResponsibilities.AsNoTracking().OrderBy(r => r.Name)
            .Select(r => new ResponsibilityRow(
                r.Id, r.Name, r.Kind, r.Agency!.Name, r.Projects.Count,
                r.Holders.Where(h => h.From <= today && (h.Until == null || h.Until >= today)).OrderBy(h => h.User!.DisplayName)
                    .Select(h => new HolderRow(h.Id, h.UserId, h.User!.DisplayName, h.From, h.Until, true)).ToList()))
            .AsSingleQuery().ToListAsync(cancellationToken);
        return new ResponsibilitiesPage(rows);
    }
}

public sealed record ResponsibilitiesPage(IReadOnlyList<ResponsibilityRow> Rows);

public sealed record ResponsibilityRow(
    Guid Id, string Name, ResponsibilityKind Kind, string? Agency, int Projects, IReadOnlyList<HolderRow> Holders);

public sealed record HolderRow(Guid Id, Guid UserId, string Person, DateOnly From, DateOnly? Until, bool IsNow);

/// <summary>What the forms about a responsibility show: agencies to choose from, and the row with its holders where there is one.</summary>
[Requires(Permission.ManagePeople)]
public sealed record ShowResponsibility(Guid? Id) : IQuery<ResponsibilityPage>;

internal sealed class ShowResponsibilityHandler(PortalDbContext database, PartnershipTime time) : IRequestHandler<ShowResponsibility, ResponsibilityPage?>
{
    public async Task<ResponsibilityPage?> Handle(ShowResponsibility query, CancellationToken cancellationToken)
    {
        var today = time.Today;
        ResponsibilityFact? row = null;
        if (query.Id is { } id)
        {
            row = await database.LeadResponsibilities.AsNoTracking().Where(r => r.Id == id)
                .Select(r => new ResponsibilityFact(
                    r.Id, r.Name, r.Kind, r.AgencyId, r.Version,
                    r.Holders.OrderByDescending(h => h.From)
                        .Select(h => new HolderRow(
                            h.Id, h.UserId, h.User!.DisplayName, h.From, h.Until, h.From <= today && (h.Until == null || h.Until >= today))).ToList()))
                .AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
            if (row is null)
            {
                return null;
            }
        }

        var agencies = await database.Agencies.AsNoTracking().OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken);
        return new ResponsibilityPage(row, [.. agencies.Select(a => (a.Id, a.Name))]);
    }
}

public sealed record ResponsibilityPage(ResponsibilityFact? Responsibility, IReadOnlyList<(Guid Id, string Name)> Agencies);

public sealed record ResponsibilityFact(
    Guid Id, string Name, ResponsibilityKind Kind, Guid? AgencyId, uint Version, IReadOnlyList<HolderRow> Holders);
