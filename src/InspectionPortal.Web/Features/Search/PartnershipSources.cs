using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Search;

/// <summary>What a member or a link officer may find in one partnership.</summary>
internal static class PartnershipSources
{
    /// <summary>A member finds everything but drafts of others.</summary>
    public static SearchSources OfMember(PortalDbContext database, TenantAccess access, Guid userId) => new()
    {
        Keys = SearchKeys.Within(database) with
        {
            Statements = database.StatementsFor(access),
            Updates = UpdatesOf(database, userId),
        },
        Plans = database.Plans,
        Projects = database.Projects,
        SubActions = database.SubActions,
        Measures = database.Measures,
        Recommendations = database.Recommendations,
        Statements = database.StatementsFor(access),
        Inspections = database.Inspections,
        Evidence = database.EvidenceItems,
        EvidenceLinks = database.EvidenceLinks,
        Updates = UpdatesOf(database, userId),
        Reports = database.NewestReportsFor(access),
        AsMember = true,
        Fields = access.ProjectFields,
        UserId = userId,
    };

    /// <summary>A link officer finds what a grant of the live plan opens, reports, and evidence that is released to them.</summary>
    public static SearchSources OfOfficer(PortalDbContext database, TenantAccess access, Guid userId, OpenEvidence open)
    {
        var live = access.GrantedPlans(GrantScope.LivePlan).ToList();
        var listed = open.Listed.Select(e => e.VersionId).ToList();
        var within = EvidenceProof.Within(open.LivePlans, [.. open.Recommendations.Select(r => r.Id)]);
        return new SearchSources
        {
            Keys = SearchKeys.Within(database),
            Plans = database.PlansFor(access),
            Projects = database.Projects.Where(p => live.Contains(p.PlanId)),
            SubActions = database.SubActions.Where(s => live.Contains(s.Project!.PlanId)),
            Measures = database.Measures.Where(m => live.Contains(m.PlanId)),
            Recommendations = database.RecommendationsFor(access),
            Statements = database.StatementsFor(access),
            Inspections = database.InspectionsFor(access),
            Evidence = database.EvidenceItems.Where(i => i.Versions.Any(v => v.ReleasedAt != null && listed.Contains(v.Id))
                || (i.Versions.Any(v => v.ReleasedAt != null) && i.Links.AsQueryable().Any(within))),
            EvidenceLinks = database.EvidenceLinks.Where(l => live.Contains(l.PlanId!.Value)),
            Updates = database.UpdateEntries
                .Where(e => live.Contains(e.Project!.PlanId) && (e.UpdateId == null || e.Update!.State == UpdateState.Accepted)),
            Reports = database.NewestReportsFor(access),
            AsMember = false,
            Fields = access.ProjectFields,
            UserId = userId,
        };
    }

    private static IQueryable<UpdateEntry> UpdatesOf(PortalDbContext database, Guid userId) => database.UpdateEntries.Where(
        e => e.UpdateId == null || e.Update!.State == UpdateState.Accepted || e.Update.State == UpdateState.Submitted
            || e.AuthorUserId == userId);
}
