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
    /// <summary>Where their keys are found.</summary>
    public required SearchKeys Keys { get; init; }

    public required IQueryable<Plan> Plans { get; init; }

    public required IQueryable<ImprovementProject> Projects { get; init; }

    public required IQueryable<SubAction> SubActions { get; init; }

    public required IQueryable<Measure> Measures { get; init; }

    public required IQueryable<Recommendation> Recommendations { get; init; }

    /// <summary>Position statements: a member finds drafts too.</summary>
    public required IQueryable<PositionStatement> Statements { get; init; }

    public required IQueryable<Inspection> Inspections { get; init; }

    public required IQueryable<EvidenceItem> Evidence { get; init; }

    /// <summary>What connects that evidence with the work that the person may read.</summary>
    public required IQueryable<EvidenceLink> EvidenceLinks { get; init; }

    public required IQueryable<UpdateEntry> Updates { get; init; }

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
