using System.Linq.Expressions;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Domain.Evidence;

/// <summary>What an item proves: exactly one of recommendation, project, measure, sub-action or update.</summary>
public sealed class EvidenceLink : TenantEntity
{
    /// <summary>
    /// The project that a link is evidence for: itself, or through its sub-action, its update or its measure. Null where there is none.
    /// The one answer to "has this project evidence?".
    /// </summary>
    public static Expression<Func<EvidenceLink, Guid?>> ProvenProject { get; } =
        l => l.ProjectId ?? (Guid?)l.SubAction!.ProjectId ?? (Guid?)l.Update!.ProjectId ?? l.Measure!.ProjectId;

    public Guid ItemId { get; set; }
    public EvidenceItem? Item { get; set; }
    public Guid? RecommendationId { get; set; }
    public Recommendation? Recommendation { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public Guid? MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public Guid? SubActionId { get; set; }
    public SubAction? SubAction { get; set; }
    public Guid? UpdateId { get; set; }
    public ProgressUpdate? Update { get; set; }

    /// <summary>Worked out by the database; null for a recommendation, which may be answered by several plans.</summary>
    public Guid? PlanId { get; private set; }

    /// <summary>
    /// True where a version of the item is released; worked out by the database, whose rules for scrutiny bodies need it.
    /// </summary>
    public bool IsReleased { get; private set; }
}
