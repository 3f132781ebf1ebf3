using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Identity;

/// <summary>One grant in force now that opens a partnership to the person through a scrutiny body.</summary>
public sealed record SessionGrant(
    Guid Id, SessionPartnership Partnership, Guid BodyId, string BodyName, Guid PlanId, GrantScope Scope, DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>What the database is told of it.</summary>
    public GrantedPlan Plan => new(Partnership.Id, PlanId, Scope >= GrantScope.LivePlan);
}
