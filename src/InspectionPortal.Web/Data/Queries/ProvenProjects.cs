using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Which projects have evidence.</summary>
public static class ProvenProjects
{
    /// <summary>
    /// Projects with evidence, whether it is linked to them, a sub-action, an update or a measure of theirs. May hold one twice.
    /// </summary>
    public static IQueryable<Guid> ProjectsWithEvidence(this PortalDbContext database) =>
        database.EvidenceLinks.Select(EvidenceLink.ProvenProject).Where(id => id != null).Select(id => id!.Value);
}
