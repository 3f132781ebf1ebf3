using InspectionPortal.Domain.Projects;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>Where one test's forms are.</summary>
public sealed record EditIds(TestPlan Plan, Guid PointId, Guid TargetId, Guid TestId);

/// <summary>A form of the plan: where it is, what it takes, and what it must refuse.</summary>
/// <param name="Path">Its address in the partnership.</param>
/// <param name="Valid">Fields that it saves. A new thing's <c>Id</c> and an old one's <c>Version</c> come with the form.</param>
/// <param name="Required">Fields that may not be blank.</param>
/// <param name="Long">Fields and lengths that are one too many.</param>
/// <param name="Wrong">Fields with values of a wrong kind, and where the message stands if it is elsewhere.</param>
/// <param name="References">Fields that hold an id, with what stands before the id; and the id that another partnership has there.</param>
public sealed record EditForm(
    Func<EditIds, string> Path,
    Func<EditIds, (string Field, string Value)[]> Valid,
    string[] Required,
    (string Field, int Length)[] Long,
    (string Field, string Value)[] Wrong,
    (string Field, string Before, Func<EditIds, Guid> Foreign)[] References)
{
    public bool IsNew { get; init; }

    /// <summary>True where those who answer for the project may, besides the partnership lead.</summary>
    public bool IsForHolders { get; init; }
}

/// <summary>Every form with which a partnership lead changes the plan.</summary>
public static class EditForms
{
    private const string NoDate = "31 February 2020";

    private static readonly (string, int)[] ProjectLengths =
    [
        ("Number", 21), ("Title", 301), ("Deadline", 501),
        ("StatusReason", 1001), ("NoActionNeededReason", 1001), ("NewLeads", 201),
        ("CategoryNotes[0].Text", 1001), ("Dependencies[0].Words", 501), .. ProjectFields.All.Select(f => (f.Name, f.MaxLength + 1)),
    ];

    private static readonly (string, string)[] ProjectWrong =
        [("Under", "nowhere"), ("Deadline", NoDate), ("Status", "Perhaps"), ("NewLeadsKind", "77"), ("Leads[0].ResponsibilityId", "not-an-id"),
        ("Dependencies[0].On", "driver:x")];

    private static readonly (string, string, Func<EditIds, Guid>)[] ProjectReferences =
    [
        ("Under", "driver:", i => i.Plan.DriverId), ("Under", "aim:", i => i.Plan.AimId), ("Leads[0].ResponsibilityId", "", i => i.Plan.ResponsibilityId),
        ("Dependencies[0].On", "project:", i => i.Plan.ProjectIds[0]), ("Dependencies[0].On", "aim:", i => i.Plan.AimId),
    ];

    private static readonly (string, int)[] MeasureLengths =
    [
        ("Title", 501), ("Definition", 4001), ("Unit", 41), ("Numerator", 501), ("Denominator", 501), ("Frequency", 101), ("DataSource", 301),
        ("Baseline", 301), ("ExternalReference", 301), ("Deadline", 501), ("Why", 4001), ("DoneText", 1001), ("ChartReason", 1001),
    ];

    private static readonly (string, string, Func<EditIds, Guid>)[] MeasureReferences =
    [
        ("On", "project:", i => i.Plan.ProjectIds[0]), ("On", "aim:", i => i.Plan.AimId), ("On", "driver:", i => i.Plan.DriverId),
        ("LeadResponsibilityId", "", i => i.Plan.ResponsibilityId), ("Uses[0]", "aim:", i => i.Plan.AimId), ("Uses[0]", "driver:", i => i.Plan.DriverId),
    ];

    private static readonly (string, int)[] InspectionLengths =
    [
        ("Title", 301), ("Framework", 201), ("Bodies", 201), ("FieldworkText", 201), ("Summary", 4001), ("OverallJudgement", 1001), ("Questions", 1001),
        ("Strengths", 2001), ("PublishedText", 101),
    ];

    private static readonly (string, int)[] ReviewLengths =
    [
        ("Title", 301), ("Bodies", 201), ("FieldworkText", 201), ("PublishedText", 101), ("Method", 20_001), ("Samples", 501), ("Met", 501), ("NotMet", 2001),
        ("Approach", 20_001), ("Strengths", 2001), ("Conclusion", 20_001), ("Next", 4001), ("NextBy", 501), ("Findings[0].Text", 20_001),
        ("Findings[0].Judgement", 201),
    ];

    private static readonly (string, string)[] InspectionDates = [("FieldworkFrom", NoDate), ("FieldworkTo", "soon"), ("Published", "30/13/2020")];
    private static readonly (string, string)[] InspectionWrong = [.. InspectionDates, ("Kind", "Odd"), ("Gradings[0].IsPart", "perhaps")];
    private static readonly (string, int)[] TestLengths = [("Title", 201), ("Question", 4001), ("Prediction", 4001), ("Plan", 4001), ("Done", 4001), ("Learnt", 4001)];
    private static readonly (string, string)[] TestWrong = [("From", NoDate), ("Until", "soon"), ("Decision", "Perhaps"), ("Decision", "7")];
    private static readonly (string, int)[] PointLengths = [("ValueText", 101), ("DateText", 101), ("ChangeText", 101), ("Note", 1001)];
    private static readonly (string, string)[] PointWrong = [("Date", NoDate), ("Value", "many"), ("Numerator", "1e99"), ("Denominator", "0")];
    private static readonly (string, int)[] AimLengths =
        [("Number", 21), ("Statement", 2001), ("Vision", 4001), ("KeyOutcomes", 1001), ("ByDateText", 201), ("Population", 501), ("Threshold", 201)];

    private static readonly (string, int)[] RecommendationLengths = [("Number", 21), ("Title", 201), ("Text", 4001), ("Theme", 301), ("InternalSource", 301)];

    public static IReadOnlyDictionary<string, EditForm> All { get; } = new Dictionary<string, EditForm>(StringComparer.Ordinal)
    {
        ["EditPlan"] = new(
            i => $"/plans/{i.Plan.Id}/edit", _ => [("Title", "The plan"), ("PeriodFrom", "1 October 2019"), ("PeriodTo", "31/10/2020"), ("Sections[0].Heading", "Why"), ("Sections[0].Body", "Because")],
            ["Title"], [("Title", 201), ("PeriodText", 101), ("OwnerGroup", 201)],
            [("PeriodFrom", NoDate), ("PeriodTo", "late"), ("InspectionIds", "not-an-id")], [("InspectionIds", "", i => i.Plan.InspectionId)]),
        ["EditLayout"] = new(
            _ => "/settings/words", _ => [("ImprovementProject", "Objective"), ("Columns[1].Label", "What?"), ("Columns[2].Label", "Who?"), ("Columns[2].Note", "A footnote")],
            ["Columns[1].Field"], [("ImprovementProject", 41), ("Columns[1].Label", 81), ("Columns[1].Group", 81), ("Columns[1].Note", 501)],
            [
                ("Columns[1].Field", "Odd"), ("Columns[1].Field", "99"), ("Columns[2].Field", "What"), ("Columns[2].Label", " what ? "), ("Columns[2].Label", "***"), ("Measure", " objective"),
                ("StretchAim", "123"),
            ],
            []),
        ["AddAim"] = new(
            i => $"/plans/{i.Plan.Id}/aims/new", _ => [("Number", "7"), ("Statement", "Safer"), ("KeyOutcomes", "One\nTwo")],
            ["Number", "Statement"], AimLengths, [("MirrorsQuestion", "first"), ("MirrorsQuestion", "1.5")], [])
        { IsNew = true },
        ["EditAim"] = new(
            i => $"/aims/{i.Plan.AimId}/edit", _ => [("Number", "8"), ("Statement", "Safer still")], ["Number", "Statement"], AimLengths, [("MirrorsQuestion", "100")], []),
        ["AddDriver"] = new(
            i => $"/plans/{i.Plan.Id}/drivers/new", i => [("AimId", $"{i.Plan.AimId}"), ("Text", "Training")], ["Text", "AimId"], [("Text", 2001)], [("AimId", "not-an-id")],
            [("AimId", "", i => i.Plan.AimId), ("ParentId", "", i => i.Plan.DriverId)])
        { IsNew = true },
        ["EditDriver"] = new(
            i => $"/drivers/{i.Plan.DriverId}/edit", i => [("AimId", $"{i.Plan.AimId}"), ("Text", "More training")], ["Text"], [("Text", 2001)], [("ParentId", "x")],
            [("AimId", "", i => i.Plan.AimId), ("ParentId", "", i => i.Plan.DriverId)]),
        ["AddProject"] = new(
            i => $"/plans/{i.Plan.Id}/projects/new",
            i => [("Under", $"driver:{i.Plan.DriverId}"), ("Number", "9.1"), ("Title", "New work"), ("Deadline", "Sept 2021"), ("NewLeads", "Head of Service"), ("Leads[0].ResponsibilityId", $"{i.Plan.ResponsibilityId}"), ("EvidenceText", "Audit by Mar19"), ("CategoryNotes[0].Text", "N/A"), ("Dependencies[0].Words", "See above"), ("Dependencies[0].On", $"aim:{i.Plan.AimId}")],
            ["Under", "Number", "Title", "Dependencies[0].Words"], ProjectLengths, ProjectWrong, ProjectReferences)
        { IsNew = true },
        ["EditProject"] = new(
            i => $"/projects/{i.Plan.ProjectIds[0]}/edit",
            i => [("Under", $"aim:{i.Plan.AimId}"), ("Number", "9.2"), ("Title", "Other work"), ("Status", "Stopped"), ("LeadsText", "TBA"), ("Dependencies[0].Words", "Section 3"), ("Dependencies[0].On", $"aim:{i.Plan.AimId}"), ("StatusReason", "No money")],
            ["Under", "Number", "Title", "StatusReason", "Dependencies[0].Words"], ProjectLengths, ProjectWrong, ProjectReferences),
        ["StopProject"] = new(
            i => $"/projects/{i.Plan.ProjectIds[0]}/stop", _ => [("Reason", "The service closed")], ["Reason"], [("Reason", 1001)], [], []),
        ["AddSubAction"] = new(
            i => $"/projects/{i.Plan.ProjectIds[0]}/sub-actions/new", i => [("Text", "Buy it"), ("Category", "Financial"), ("OwnerIds", $"{i.Plan.ResponsibilityId}")],
            ["Text"], [("Text", 4001), ("Deadline", 501), ("Result", 4001), ("OwnersText", 501)], [("Category", "Odd"), ("Status", "x"), ("Deadline", NoDate), ("OwnerIds", "x")],
            [("OwnerIds", "", i => i.Plan.ResponsibilityId)])
        { IsNew = true },
        ["EditSubAction"] = new(
            i => $"/sub-actions/{i.Plan.SubActionIds[0]}/edit", _ => [("Text", "Sell it"), ("Status", "InProgress")],
            ["Text"], [("Text", 4001), ("Deadline", 501), ("Result", 4001), ("OwnersText", 501)], [("Deadline", NoDate)], [("OwnerIds", "", i => i.Plan.ResponsibilityId)]),
        ["AddTestOfChange"] = new(
            i => $"/projects/{i.Plan.ProjectIds[0]}/tests-of-change/new",
            i => [("Title", "Reminder calls"), ("Question", "Do more come?"), ("From", "2 March 2020"), ("Until", "30 March 2020"), ("MeasureId", $"{i.Plan.MeasureIds[0]}"), ("Decision", "Adapt"), ("Learnt", "Mornings work")],
            ["Title", "Question", "Learnt"], TestLengths, TestWrong, [("MeasureId", "", i => i.Plan.MeasureIds[0])])
        { IsNew = true, IsForHolders = true },
        ["EditTestOfChange"] = new(
            i => $"/tests-of-change/{i.TestId}/edit", _ => [("Title", "Reminder texts"), ("Question", "Do more come?"), ("Done", "Forty texts"), ("Decision", "Adopt"), ("Learnt", "They come")],
            ["Title", "Question", "Learnt"], TestLengths, TestWrong, [("MeasureId", "", i => i.Plan.MeasureIds[0])])
        { IsForHolders = true },
        ["AddMeasure"] = new(
            _ => "/measures/new", i => [("On", $"project:{i.Plan.ProjectIds[0]}"), ("Title", "Seen in time"), ("Kind", "Process")],
            ["On", "Title"], MeasureLengths, [("On", "project:x"), ("Kind", "Odd"), ("Direction", "Sideways"), ("Deadline", NoDate), ("DoneOn", NoDate), ("Chart", "Pie"), ("Rules", "Classic")], MeasureReferences)
        { IsNew = true },
        ["EditMeasure"] = new(
            i => $"/measures/{i.Plan.MeasureIds[0]}/edit", i => [("On", $"driver:{i.Plan.DriverId}"), ("Title", "Seen sooner"), ("Chart", "Individuals"), ("Rules", "MakingDataCount"), ("ChartReason", "As the health board draws it"), ("Uses[0]", $"aim:{i.Plan.AimId}")],
            ["On", "Title", "ChartReason"], MeasureLengths, [("Kind", "9"), ("LeadResponsibilityId", "x")], MeasureReferences),
        ["AddPoint"] = new(
            i => $"/measures/{i.Plan.MeasureIds[0]}/figures/new", _ => [("ValueText", "52%"), ("Value", "52"), ("ChangeText", "-4")],
            ["ValueText"], PointLengths, PointWrong, [])
        { IsNew = true },
        ["EditPoint"] = new(
            i => $"/figures/{i.PointId}/edit", _ => [("Numerator", "53"), ("Denominator", "100"), ("Why", "Two were counted twice"), ("ValueText", "53%")], ["ValueText", "Why"], [.. PointLengths, ("Why", 1001)], PointWrong, []),
        ["AnnotateChart"] = new(
            i => $"/measures/{i.Plan.MeasureIds[0]}/annotations/new", _ => [("Date", "14 January 2020"), ("Text", "Hubs opened")],
            ["Date", "Text"], [("Text", 201)], [("Date", NoDate), ("Date", "soon")], [])
        { IsNew = true },
        ["RebaseChart"] = new(
            i => $"/measures/{i.Plan.MeasureIds[0]}/phases/new", _ => [("StartsOn", "1 January 2020"), ("Reason", "One door for referrals")],
            ["StartsOn", "Reason"], [("Reason", 1001)], [("StartsOn", NoDate)], [])
        { IsNew = true },
        ["ExcludePoint"] = new(
            i => $"/figures/{i.PointId}/exclude", _ => [("Reason", "The system was down")], ["Reason"], [("Reason", 1001)], [], []),
        ["AddTarget"] = new(
            i => $"/measures/{i.Plan.MeasureIds[0]}/targets/new", _ => [("Value", "90"), ("By", "31 December 2021")], ["Value", "By"], [("By", 501)],
            [("Value", "most"), ("By", NoDate)], [])
        { IsNew = true },
        ["EditTarget"] = new(
            i => $"/targets/{i.TargetId}/edit", _ => [("Value", "95"), ("By", "Dec 2021")], ["Value", "By"], [("By", 501)], [("Value", "1,2,x"), ("By", NoDate)], []),
        ["AddInspection"] = new(
            _ => "/inspections/new",
            _ => [("Title", "Second visit"), ("Bodies", "Care Inspectorate\nEducation Scotland"), ("Questions", "One?\nTwo?"), ("Gradings[0].Title", "Impact"), ("Gradings[0].Grade", "good")],
            ["Title", "Bodies", "Gradings[0].Grade"], InspectionLengths, InspectionWrong, [])
        { IsNew = true },
        ["EditInspection"] = new(
            i => $"/inspections/{i.Plan.InspectionId}/edit", _ => [("Title", "First visit"), ("Strengths", "Care\nHonesty")], ["Title", "Bodies"], InspectionLengths, InspectionDates, []),
        ["AddProgressReview"] = new(
            i => $"/inspections/{i.Plan.InspectionId}/reviews/new",
            _ => [("Title", "They came back"), ("Bodies", "Care Inspectorate\nEducation Scotland"), ("Samples", "50 discussions"), ("Findings[0].Text", "Better"), ("NextBy", "by November 2016")],
            ["Title", "Bodies"], ReviewLengths, InspectionDates, [])
        { IsNew = true },
        ["EditProgressReview"] = new(
            i => $"/reviews/{i.Plan.ReviewId}/edit", _ => [("Title", "They came back once more"), ("Findings[0].Text", "Better still"), ("Findings[0].Judgement", "good")],
            ["Title", "Bodies"], ReviewLengths, InspectionDates, []),
        ["AddRecommendation"] = new(
            i => $"/recommendations/new?inspection={i.Plan.InspectionId}", i => [("InspectionId", $"{i.Plan.InspectionId}"), ("Kind", "PriorityArea"), ("Number", "5"), ("Text", "Do better")],
            ["Number", "Text"], RecommendationLengths, [("Kind", "Odd"), ("InspectionId", "x")], [("InspectionId", "", i => i.Plan.InspectionId)])
        { IsNew = true },
        ["EditRecommendation"] = new(
            i => $"/recommendations/{i.Plan.RecommendationId}/edit", _ => [("Number", "6"), ("Text", "Do much better")],
            ["Number", "Text"], RecommendationLengths, [("Kind", "x")], [("InspectionId", "", i => i.Plan.InspectionId)]),
        ["LinkProject"] = Links(i => $"/projects/{i.Plan.ProjectIds[0]}/links"),
        ["LinkAim"] = Links(i => $"/aims/{i.Plan.AimId}/links"),
        ["LinkDriver"] = Links(i => $"/drivers/{i.Plan.DriverId}/links"),
        ["LinkMeasure"] = Links(i => $"/measures/{i.Plan.MeasureIds[0]}/links"),
    };

    private static EditForm Links(Func<EditIds, string> path) => new(
        path, _ => [("Links[0].Chosen", "true"), ("Links[0].Basis", "Stated"), ("Links[0].Why", "The report says so")],
        [], [("Links[0].Why", 501)], [("Links[0].Basis", "Guessed"), ("Links[0].Chosen", "perhaps")], []);
}
