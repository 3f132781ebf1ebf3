using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Features.Search;

/// <summary>
/// Rows in which words are looked for. For a link officer they are what the database's own rule shows, and no more conditions: planning
/// two rules for each kind took longer than reading 20,000 rows. What is shown of a row is asked of <see cref="SearchSources"/>.
/// </summary>
internal sealed record SearchKeys(
    IQueryable<SubAction> SubActions, IQueryable<Recommendation> Recommendations, IQueryable<PositionStatement> Statements,
    IQueryable<Inspection> Inspections, IQueryable<EvidenceItem> Evidence, IQueryable<UpdateEntry> Updates)
{
    /// <summary>What the database shows of the partnership.</summary>
    public static SearchKeys Within(PortalDbContext database) => new(
        database.SubActions, database.Recommendations, database.PositionStatements, database.Inspections, database.EvidenceItems,
        database.UpdateEntries);
}
