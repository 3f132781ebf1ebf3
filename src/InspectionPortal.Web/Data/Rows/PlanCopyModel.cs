using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Data.Rows;

/// <summary>
/// What of a partnership goes with a plan that is exported, and what does not and why. A test holds both lists against the model, so
/// a new entity or field is decided here.
/// </summary>
public static class PlanCopyModel
{
    private const string OfReports = "Reports and what leads to them are sealed where they were approved. An archive restores them.";
    private const string OfEvidence = "Evidence is files of its own. An archive restores it.";
    private const string OfPeople = "Accounts and who may do what belong to the partnership that the plan came from.";
    private const string OfRecords = "Who changed, read or asked what belongs to the partnership that the plan came from.";
    private const string OfWork = "Work under way in the portal, not in the plan.";
    private const string OfAccounts = "An account belongs to the partnership that the plan came from.";
    private const string OfEarlierPlans = "The plan before it is not in the file.";
    private const string OfTheState = "A plan that is imported is a draft until its own partnership agrees it.";

    private static readonly HashSet<(Type, string)> Loose =
    [
        (typeof(Agency), nameof(Agency.ReportsToId)), (typeof(LeadResponsibility), nameof(LeadResponsibility.AgencyId)),
        (typeof(RecommendationDecision), nameof(RecommendationDecision.ReviewId)),
        (typeof(RecommendationDecision), nameof(RecommendationDecision.InspectionId)),
        (typeof(DependsOn), nameof(DependsOn.OnAimId)), (typeof(DependsOn), nameof(DependsOn.OnProjectId)),
        (typeof(Measure), nameof(Measure.LeadResponsibilityId)), (typeof(TestOfChange), nameof(TestOfChange.MeasureId)),
        (typeof(MeasureAnnotation), nameof(MeasureAnnotation.TestOfChangeId)), (typeof(UpdateEntry), nameof(UpdateEntry.AgencyId)),
        (typeof(UpdateEntry), nameof(UpdateEntry.MeasureId)),
    ];

    /// <summary>What goes with it. What others refer to comes before them.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [
        typeof(Agency), typeof(LeadResponsibility), typeof(Inspection), typeof(InspectionBody), typeof(InspectionQuestion), typeof(Grading),
        typeof(KeyStrength), typeof(Recommendation), typeof(ProgressReview), typeof(ReviewBody), typeof(ReviewFinding),
        typeof(RecommendationDecision), typeof(Plan), typeof(PlanSection), typeof(ExternalPlan), typeof(PlanInspection), typeof(StretchAim),
        typeof(KeyDriver), typeof(ImprovementProject), typeof(ProjectLead), typeof(DeadlineSlip), typeof(SubAction), typeof(SubActionOwner),
        typeof(CategoryNote), typeof(DependsOn), typeof(Measure), typeof(MeasureTarget), typeof(DataPoint), typeof(MeasureUse),
        typeof(MeasurePhase), typeof(TestOfChange), typeof(MeasureAnnotation), typeof(PointCorrection), typeof(SignalAnswer),
        typeof(RecommendationLink), typeof(UpdateEntry),
    ];

    /// <summary>What does not, and why.</summary>
    public static IReadOnlyDictionary<Type, string> KindsLeftOut { get; } = new Dictionary<Type, string>
    {
        [typeof(Membership)] = OfPeople,
        [typeof(ResponsibilityHolder)] = OfPeople,
        [typeof(Notification)] = OfPeople,
        [typeof(ScrutinyGrant)] = OfPeople,
        [typeof(Signatory)] = OfPeople,
        [typeof(SigningAgency)] = OfPeople,
        [typeof(ApprovalDelegation)] = OfPeople,
        [typeof(ReportingPeriod)] = OfReports,
        [typeof(ReportingCalendar)] = OfReports,
        [typeof(ProgressUpdate)] = "What was accepted of an update goes with the plan as history. " + OfReports,
        [typeof(UpdateFigure)] = "A figure of an update that was accepted goes with the plan as a figure of its measure.",
        [typeof(UpdateComment)] = OfReports,
        [typeof(UpdateReminder)] = OfReports,
        [typeof(AutosavedUpdate)] = OfWork,
        [typeof(ReportDraft)] = OfReports,
        [typeof(PublicPage)] = "The page is the partnership’s own and not the plan’s. Its lead writes and publishes it.",
        [typeof(Submission)] = OfReports,
        [typeof(Approval)] = OfReports,
        [typeof(DecisionRecord)] = OfReports,
        [typeof(ReturnComment)] = OfReports,
        [typeof(PublishedReport)] = OfReports,
        [typeof(ReportWithholding)] = OfReports,
        [typeof(EvidenceItem)] = OfEvidence,
        [typeof(EvidenceVersion)] = OfEvidence,
        [typeof(EvidenceLink)] = OfEvidence,
        [typeof(StagedFile)] = OfEvidence,
        [typeof(PositionStatement)] = OfReports,
        [typeof(ScrutinyRequest)] = OfRecords,
        [typeof(AuditEntry)] = OfRecords,
        [typeof(AuditLink)] = OfRecords,
        [typeof(AuditHead)] = OfRecords,
        [typeof(AccessEntry)] = OfRecords,
        [typeof(PlanImport)] = OfWork,
        [typeof(PartnershipJob)] = OfWork,
    };

    /// <summary>Values that do not go with it, and why.</summary>
    public static IReadOnlyDictionary<(Type Kind, string Value), string> ValuesLeftOut { get; } = new Dictionary<(Type, string), string>
    {
        [(typeof(DeadlineSlip), nameof(DeadlineSlip.ByUserId))] = OfAccounts,
        [(typeof(PointCorrection), nameof(PointCorrection.ByUserId))] = OfAccounts,
        [(typeof(SignalAnswer), nameof(SignalAnswer.ByUserId))] = OfAccounts,
        [(typeof(DataPoint), nameof(DataPoint.EnteredByUserId))] = OfAccounts,
        [(typeof(UpdateEntry), nameof(UpdateEntry.AuthorUserId))] = OfAccounts,
        [(typeof(UpdateEntry), nameof(UpdateEntry.UpdateId))] =
            "The update stays where it was accepted. What it said goes with the plan, with its date or the title of its quarter.",
        [(typeof(RecommendationDecision), nameof(RecommendationDecision.PeriodId))] = OfReports,
        [(typeof(Plan), nameof(Plan.PredecessorId))] = OfEarlierPlans,
        [(typeof(StretchAim), nameof(StretchAim.PredecessorId))] = OfEarlierPlans,
        [(typeof(KeyDriver), nameof(KeyDriver.PredecessorId))] = OfEarlierPlans,
        [(typeof(ImprovementProject), nameof(ImprovementProject.PredecessorId))] = OfEarlierPlans,
        [(typeof(Plan), nameof(Plan.State))] = OfTheState,
        [(typeof(Plan), nameof(Plan.ClosedOn))] = OfTheState,
    };

    /// <summary>What of the partnership itself goes with it: how it words, lays out and rates its plan.</summary>
    public static IReadOnlyList<string> Settings { get; } =
        [nameof(Partnership.Vocabulary), nameof(Partnership.Layout), nameof(Partnership.RagKey)];

    /// <summary>True where a value goes with the plan: neither left out, nor the portal's own, nor worked out by the database.</summary>
    public static bool Takes(IProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.ValueGenerated != ValueGenerated.OnAddOrUpdate && property.PropertyInfo is not null
            && property.Name is not (nameof(ITenantScoped.TenantId) or nameof(TenantEntity.Version))
            && !ValuesLeftOut.ContainsKey((property.DeclaringType.ClrType, property.Name));
    }

    /// <summary>True where a row can do without what the value refers to: then the value goes, and the row stays.</summary>
    public static bool IsLoose(Type kind, string value) => Loose.Contains((kind, value));

    /// <summary>The place of a kind in <see cref="Kinds"/>; after all of them where it is none of these.</summary>
    public static int PlaceOf(Type kind) => Places.TryGetValue(kind, out var place) ? place : Kinds.Count;

    private static readonly Dictionary<Type, int> Places =
        Kinds.Select((kind, place) => (kind, place)).ToDictionary(k => k.kind, k => k.place);
}
