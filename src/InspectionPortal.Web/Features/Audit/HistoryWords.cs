using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>Kinds and fields in the partnership's own words: its vocabulary, and the headers of its plan's columns.</summary>
internal sealed class HistoryWords(SessionPartnership partnership, PlanLayout layout)
{
    private readonly Vocabulary _words = partnership.Vocabulary;

    /// <summary>What such a thing is called within a sentence.</summary>
    public string Kind(string entity) => entity switch
    {
        nameof(StretchAim) => Words.Within(_words.StretchAimWord),
        nameof(KeyDriver) => Words.Within(_words.KeyDriverWord),
        nameof(ImprovementProject) => Words.Within(_words.ImprovementProjectWord),
        nameof(SubAction) => Words.Within(_words.SubActionWord),
        nameof(SubActionOwner) => $"owner of a {Words.Within(_words.SubActionWord)}",
        nameof(Measure) => Words.Within(_words.MeasureWord),
        nameof(MeasurePoint) => "figure",
        nameof(MeasureTarget) => "target",
        nameof(Recommendation) => Words.Within(_words.RecommendationWord),
        nameof(RecommendationLink) => $"link to a {Words.Within(_words.RecommendationWord)}",
        nameof(ProjectLead) => "lead",
        nameof(CategoryNote) => "note in place of actions",
        nameof(DependsOn) => "dependency",
        nameof(ProgressReview) => "progress review",
        nameof(ReviewFinding) => "finding of a review",
        nameof(ReviewBody) => "body of a review",
        nameof(KeyStrength) => "key strength",
        _ => AuditWords.Kind(entity),
    };

    /// <summary>Such as "Changed objective".</summary>
    public string Action(AuditAction action, string entity) => $"{action} {Kind(entity)}";

    /// <summary>The field's name here; null where the audit's own will do.</summary>
    public string? Field(string entity, string field) => Column(entity, field) ?? field switch
    {
        "Position" => "Place in the order",
        "AimId" or "OnAimId" => _words.StretchAimWord,
        "DriverId" => _words.KeyDriverWord,
        "ParentId" when entity == nameof(KeyDriver) => "Stands under",
        "ProjectId" or "OnProjectId" => _words.ImprovementProjectWord,
        "SubActionId" => _words.SubActionWord,
        "MeasureId" => _words.MeasureWord,
        "RecommendationId" => _words.RecommendationWord,
        "StatusReason" => "Why it was stopped",
        "NoActionNeededReason" => "Why no action is needed",
        "LeadsText" => "Led by, as written",
        "OwnersText" => "Owned by, as written",
        "EvidenceText" => "What will prove it",
        "Difference" => "What will make the difference",
        "Success" => "How success will be seen",
        "Impact" => "What will be different for children",
        "ExternalReference" => "Where else it is written",
        "IsChangeIdea" => "Is a change idea",
        "RagAcceptedAt" => "Rating accepted",
        "PublishedText" => "Published, as written",
        "FieldworkText" => "Fieldwork, as written",
        "InternalSource" => "Where it comes from",
        "Theme" => "Filed under",
        "IsReworded" => "Is reworded",
        "Basis" => "How it is known",
        "ItemId" => "Evidence",
        "ByUserId" => "Who",
        _ => null,
    };

    /// <summary>A stored code as people read it; null where it is none of the partnership's.</summary>
    public string? Value(string field, string text) => field is "Rag" ? Rating.Find(partnership.RagKey, text).Name : null;

    /// <summary>The header under which the plan itself shows the field.</summary>
    private string? Column(string entity, string field) => (entity, field) switch
    {
        (nameof(ImprovementProject), "AimText") => layout.LabelOf(PlanField.What),
        (nameof(ImprovementProject), _) when Enum.TryParse<PlanField>(field == "EvidenceText" ? nameof(PlanField.Evidence) : field, out var column) => layout.LabelOf(column),
        (nameof(ProjectLead), "LeadResponsibilityId") => layout.LabelOf(PlanField.Leads),
        _ => null,
    };
}
