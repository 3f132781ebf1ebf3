using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>What has a history page.</summary>
public enum HistoryKind
{
    Plan,
    Aim,
    Driver,
    Project,
    SubAction,
    Measure,
    Inspection,
    Recommendation,
    Review,
    Evidence,
}

/// <summary>
/// Which changes belong to the history of a thing: its own, all of its <see cref="Parts"/> (known by the field that names the thing), and
/// of what
/// has a history of its own (<see cref="Members"/>) only that it came, moved or went.
/// </summary>
/// <param name="Entity">Its kind in the audit.</param>
/// <param name="Parts">Kinds and fields of what is part of it.</param>
/// <param name="Members">Kinds and fields of what stands under it.</param>
internal sealed record HistoryScope(string Entity, IReadOnlyList<HistoryLink> Parts, IReadOnlyList<HistoryLink> Members)
{
    private static readonly HistoryLink[] OnProject = Many(
        nameof(RecommendationLink.ProjectId), nameof(ProjectLead), nameof(SubAction), nameof(CategoryNote), nameof(DependsOn), nameof(DeadlineSlip),
        nameof(RecommendationLink), nameof(EvidenceLink), nameof(TestOfChange), nameof(SignalAnswer), nameof(MeasureUse));

    private static readonly HistoryLink[] OnMeasure = Many(
        nameof(DataPoint.MeasureId), nameof(MeasureTarget), AuditedKind.DataPoint, nameof(RecommendationLink), nameof(EvidenceLink),
        nameof(MeasureUse), nameof(MeasurePhase), nameof(MeasureAnnotation), nameof(PointCorrection), nameof(SignalAnswer));

    private static readonly HistoryLink[] OnInspection = Many(
        nameof(Grading.InspectionId), nameof(InspectionBody), nameof(InspectionQuestion), nameof(Grading), nameof(KeyStrength));

    public static HistoryScope Of(HistoryKind kind) => kind switch
    {
        HistoryKind.Plan => new(
            nameof(Plan), Many(nameof(PlanSection.PlanId), nameof(PlanSection), nameof(ExternalPlan), nameof(PlanInspection)),
            Many(nameof(StretchAim.PlanId), nameof(StretchAim))),
        HistoryKind.Aim => new(
            nameof(StretchAim), Many(nameof(RecommendationLink.AimId), nameof(RecommendationLink)),
            Many(nameof(KeyDriver.AimId), nameof(KeyDriver), nameof(ImprovementProject), nameof(Measure))),
        HistoryKind.Driver => new(
            nameof(KeyDriver), Many(nameof(RecommendationLink.DriverId), nameof(RecommendationLink)),
            [.. Many(nameof(ImprovementProject.DriverId), nameof(ImprovementProject), nameof(Measure)), new(nameof(KeyDriver), nameof(KeyDriver.ParentId))]),
        HistoryKind.Project => new(nameof(ImprovementProject), OnProject, Many(nameof(Measure.ProjectId), nameof(Measure))),
        HistoryKind.SubAction => new(nameof(SubAction), Many(nameof(SubActionOwner.SubActionId), nameof(SubActionOwner), nameof(EvidenceLink)), []),
        HistoryKind.Measure => new(nameof(Measure), OnMeasure, []),
        HistoryKind.Inspection => new(
            nameof(Inspection), OnInspection,
            Many(nameof(Recommendation.InspectionId), nameof(Recommendation), nameof(ProgressReview), nameof(PlanInspection))),
        HistoryKind.Recommendation => new(
            nameof(Recommendation),
            Many(
                nameof(RecommendationLink.RecommendationId), nameof(RecommendationLink), nameof(EvidenceLink), nameof(ReviewFinding),
                nameof(RecommendationDecision), nameof(PositionStatement)),
            []),
        HistoryKind.Evidence => new(
            nameof(EvidenceItem), Many(nameof(EvidenceVersion.ItemId), nameof(EvidenceVersion), nameof(EvidenceLink)), []),
        _ => new(nameof(ProgressReview), Many(nameof(ReviewBody.ReviewId), nameof(ReviewBody), nameof(ReviewFinding)), []),
    };

    /// <summary>Where the thing itself is, and what the place in the frame is called.</summary>
    public static (string? Href, string Place) Address(HistoryKind kind, Guid id) => kind switch
    {
        HistoryKind.Project => ($"~/projects/{id}", "plan"),
        HistoryKind.Measure => ($"~/measures/{id}", "measures"),
        HistoryKind.Inspection => ($"~/inspections/{id}", "inspections"),
        HistoryKind.Recommendation => ($"~/recommendations/{id}", "inspections"),
        HistoryKind.Review => (null, "inspections"),
        HistoryKind.Evidence => ($"~/evidence/{id}", "evidence"),
        HistoryKind.Plan => ($"~/plans/{id}", "plan"),
        HistoryKind.Aim => ($"~/aims/{id}", "plan"),
        _ => ("~/plans", "plan"),
    };

    private static HistoryLink[] Many(string field, params string[] entities) => [.. entities.Select(e => new HistoryLink(e, field))];
}

/// <summary>A kind of thing in the audit, and its field that holds the id of what it belongs to.</summary>
internal sealed record HistoryLink(string Entity, string Field);
