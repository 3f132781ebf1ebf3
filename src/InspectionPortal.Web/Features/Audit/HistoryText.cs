using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>Kinds and fields in the partnership's own words: its vocabulary, and the headers of its plan's columns.</summary>
internal sealed class HistoryText(SessionPartnership partnership, PlanLayout layout)
{
    private readonly Vocabulary _words = partnership.Vocabulary;

    /// <summary>What such a thing is called within a sentence.</summary>
    public string Kind(string entity) => entity switch
    {
        nameof(StretchAim) => EnglishText.Within(_words.StretchAimWord),
        nameof(KeyDriver) => EnglishText.Within(_words.KeyDriverWord),
        nameof(ImprovementProject) => EnglishText.Within(_words.ImprovementProjectWord),
        nameof(SubAction) => EnglishText.Within(_words.SubActionWord),
        nameof(SubActionOwner) => $"owner of a {EnglishText.Within(_words.SubActionWord)}",
        nameof(Measure) => EnglishText.Within(_words.MeasureWord),
        AuditedKind.DataPoint => "figure",
        nameof(MeasureTarget) => "target",
        nameof(Recommendation) => EnglishText.Within(_words.RecommendationWord),
        nameof(RecommendationDecision) => $"decision on a {EnglishText.Within(_words.RecommendationWord)}",
        nameof(RecommendationLink) => $"link to a {EnglishText.Within(_words.RecommendationWord)}",
        nameof(ProjectLead) => "lead",
        nameof(CategoryNote) => "note where there are no actions",
        nameof(DependsOn) => "dependency",
        nameof(ProgressReview) => "progress review",
        nameof(ReviewFinding) => "review finding",
        nameof(ReviewBody) => "review body",
        nameof(KeyStrength) => "key strength",
        _ => AuditText.Kind(entity),
    };

    /// <summary>Such as "Changed objective".</summary>
    public string Action(AuditAction action, string entity) => $"{action} {Kind(entity)}";

    /// <summary>The field's name here; null where the audit's own will do.</summary>
    public string? Field(string entity, string field) => Column(entity, field) ?? Text(entity, field)?.Label ?? field switch
    {
        "Position" => "Position",
        "AimId" or "OnAimId" => _words.StretchAimWord,
        "DriverId" => _words.KeyDriverWord,
        "ParentId" when entity == nameof(KeyDriver) => "Parent driver",
        "ProjectId" or "OnProjectId" => _words.ImprovementProjectWord,
        "SubActionId" => _words.SubActionWord,
        "MeasureId" => _words.MeasureWord,
        "RecommendationId" => _words.RecommendationWord,
        "StatusReason" => "Why it was stopped",
        "NoActionNeededReason" => "Why no action is needed",
        "OwnersText" => "Owners, as in the plan",
        "IsChangeIdea" => "Change idea",
        "RagAcceptedAt" => "Rating accepted",
        "RagReason" => "Why the rating was changed",
        "PublishedText" => "Published, as in the report",
        "FieldworkText" => "Fieldwork, as in the report",
        "InternalSource" => "Source",
        "Theme" => "Theme",
        "IsReworded" => "Reworded",
        "Basis" => "Basis",
        "ItemId" => "Evidence",
        "ByUserId" => "Who",
        "HowWell" => "How well are we doing?",
        "HowKnown" => "How do we know?",
        "WhatNext" => "What next?",
        _ => null,
    };

    /// <summary>A stored code as people read it; null where it is none of the partnership's.</summary>
    public string? Value(string field, string text) => field is "Rag" ? Rating.Find(partnership.RagKey, text).Name : null;

    /// <summary>The header under which the plan itself shows the field.</summary>
    private string? Column(string entity, string field) => (entity, field) switch
    {
        (nameof(ImprovementProject), nameof(ImprovementProject.AimText)) => layout.LabelOf(PlanField.What),
        (nameof(ImprovementProject), _) when Text(entity, field)?.Column is { } column => layout.LabelOf(column),
        (nameof(ImprovementProject), _) when Enum.TryParse<PlanField>(field, out var column) => layout.LabelOf(column),
        (nameof(ProjectLead), "LeadResponsibilityId") => layout.LabelOf(PlanField.Leads),
        _ => null,
    };

    private static ProjectField? Text(string entity, string field) =>
        entity == nameof(ImprovementProject) ? ProjectFields.Find(field) : null;
}
