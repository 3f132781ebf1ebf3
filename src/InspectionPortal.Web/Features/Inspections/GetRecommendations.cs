using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Every recommendation with what answers it. Cover "none" shows those that nothing answers.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetRecommendations(string? Cover) : IQuery<RecommendationsPage>;

public sealed record RecommendationsPage(
    IReadOnlyList<RecommendationRow> Recommendations, int Total, bool OnlyUncovered, bool CanEdit, bool IsMember, Vocabulary Vocabulary, IReadOnlyList<Rating> Key)
    : IReadByLinkOfficers
{
    public string WhatWasRead => "List of recommendations";
}

internal sealed class GetRecommendationsHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<GetRecommendations, RecommendationsPage?>
{
    public async Task<RecommendationsPage?> Handle(GetRecommendations request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var rows = await database.ReadRowsAsync(database.RecommendationsFor(access), access, cancellationToken);
        var onlyUncovered = string.Equals(request.Cover, "none", StringComparison.OrdinalIgnoreCase);
        return new RecommendationsPage(
            onlyUncovered ? [.. rows.Where(r => r.Links == 0)] : rows, rows.Count, onlyUncovered, access.Has(Permission.EditPlan),
            !access.IsByGrant, access.Partnership.Vocabulary, access.Partnership.RagKey);
    }
}
