using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Who answers for what on a day.</summary>
public static class HeldResponsibilities
{
    /// <summary>Responsibilities that this person holds on that real day.</summary>
    public static IQueryable<Guid> HeldBy(this PortalDbContext database, Guid userId, DateOnly today) =>
        database.ResponsibilityHolders
            .Where(h => h.UserId == userId).Where(ResponsibilityHolder.HoldsOn(today))
            .Select(h => h.LeadResponsibilityId);
}
