using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Search;

/// <summary>What a person may find: of each kind the rows that they may read.</summary>
internal sealed class SearchSources
{
    public required IQueryable<Plan> Plans { get; init; }

    public required IQueryable<ImprovementProject> Projects { get; init; }

    public required IQueryable<SubAction> SubActions { get; init; }

    /// <summary>
    /// The sub-actions that the database's own rule shows to the person. Their keys are found here: with a second condition PostgreSQL goes
    /// from project to project, which takes three times as long. What is shown of them is asked of <see cref="SubActions"/>. The same goes
    /// for the keys of the other kinds: to plan both rules of all kinds took longer than to read 20,000 rows.
    /// </summary>
    public required IQueryable<SubAction> SubActionKeys { get; init; }

    public required IQueryable<Measure> Measures { get; init; }

    public required IQueryable<Recommendation> Recommendations { get; init; }

    public required IQueryable<Recommendation> RecommendationKeys { get; init; }

    /// <summary>Position statements: a member finds drafts too.</summary>
    public required IQueryable<PositionStatement> Statements { get; init; }

    public required IQueryable<PositionStatement> StatementKeys { get; init; }

    public required IQueryable<Inspection> Inspections { get; init; }

    public required IQueryable<Inspection> InspectionKeys { get; init; }

    public required IQueryable<EvidenceItem> Evidence { get; init; }

    public required IQueryable<EvidenceItem> EvidenceKeys { get; init; }

    /// <summary>What connects that evidence with the work that the person may read.</summary>
    public required IQueryable<EvidenceLink> EvidenceLinks { get; init; }

    public required IQueryable<UpdateEntry> Updates { get; init; }

    /// <summary>The same for updates.</summary>
    public required IQueryable<UpdateEntry> UpdateKeys { get; init; }

    public required IQueryable<PublishedReport> Reports { get; init; }

    /// <summary>Whether reports are searched as the partnership's members read them.</summary>
    public required bool AsMember { get; init; }

    /// <summary>The texts of a project that the person may read.</summary>
    public required IReadOnlyList<ProjectField> Fields { get; init; }

    /// <summary>The person, whose own drafts are among the updates.</summary>
    public required Guid UserId { get; init; }

    /// <summary>True where a text of a project is kept from this person: then only what is open to everybody is searched.</summary>
    public bool IsPartOfProjects => Fields.Count < ProjectFields.All.Count;
}
