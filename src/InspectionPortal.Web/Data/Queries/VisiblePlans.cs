using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Which plans someone may read here: a member all, a link officer those that a grant of the live plan names.</summary>
public static class VisiblePlans
{
    public static IQueryable<Plan> PlansFor(this PortalDbContext database, TenantAccess access)
    {
        if (!access.IsByGrant)
        {
            return database.Plans;
        }

        var granted = access.GrantedPlans(GrantScope.LivePlan).ToList();
        return database.Plans.Where(p => granted.Contains(p.Id));
    }
}
