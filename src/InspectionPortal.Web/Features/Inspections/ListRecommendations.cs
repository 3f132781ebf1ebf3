using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Every recommendation with what answers it. Cover "none" shows those that nothing answers.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record ListRecommendations(string? Cover) : IQuery<RecommendationsPage>;

internal sealed class ListRecommendationsHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<ListRecommendations, RecommendationsPage?>
{
    public async Task<RecommendationsPage?> Handle(ListRecommendations request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var rows = await database.ReadRowsAsync(database.RecommendationsFor(access), access, cancellationToken);
        var onlyUncovered = string.Equals(request.Cover, "none", StringComparison.OrdinalIgnoreCase);
        return new RecommendationsPage(
            onlyUncovered ? [.. rows.Where(r => r.Links == 0)] : rows, rows.Count, onlyUncovered, access.Has(Permission.EditPlan),
            !access.IsByGrant, access.Partnership.Vocabulary, access.Partnership.RagKey);
    }
}
