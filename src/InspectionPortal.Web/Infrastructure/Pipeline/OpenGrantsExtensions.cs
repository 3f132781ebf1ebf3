using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Grants that open something to a person.</summary>
public static class OpenGrantsExtensions
{
    /// <summary>Grants in force of partnerships the person is not a member of: nobody is both.</summary>
    public static IEnumerable<SessionGrant> OpenGrants(this PortalSession person) =>
        person.Grants.Where(g => person.Memberships.All(m => m.Partnership.Id != g.Partnership.Id));
}
