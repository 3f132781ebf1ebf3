using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What a group holds, in words.</summary>
public sealed record GroupCounts(WorkGroup Group, GroupedPlanPage Page)
{
    private PlanContent Plan => Page.Plan;

    public string Href => Page.HrefOf(Group, onlyLate: false);

    public string HrefOfLate => Page.HrefOf(Group, onlyLate: true);

    public string Words => Infrastructure.Words.List(
    [
        .. new[] { (WorkKind.Project, Plan.ProjectWord), (WorkKind.Step, Plan.StepWord), (WorkKind.Measure, Plan.MeasureWord) }
            .Where(k => Group.Count(k.Item1) > 0 || Group.Rows.Count == 0 && k.Item1 == WorkKind.Project)
            .Select(k => Infrastructure.Words.CountOf(Group.Count(k.Item1), k.Item2)),
    ]);
}

/// <summary>The rows of a group.</summary>
public sealed record GroupTable(WorkGroup Group, PlanGrouping By, PlanContent Plan)
{
    public string PartHead => By == PlanGrouping.Recommendation ? "How it answers" : By == PlanGrouping.Agency ? "Led by" : "Part";

    public string KindWord(WorkKind kind) => kind == WorkKind.Step ? Plan.Vocabulary.SubActionWord : Plan.Vocabulary.MeasureWord;

    /// <summary>What the third column says of a row.</summary>
    public string? Saying(WorkLine row) => row switch
    {
        { Kind: WorkKind.Project } when By == PlanGrouping.Agency => row.Leads,
        { Kind: WorkKind.Project, Part: null } when By == PlanGrouping.Lead => Group.IsLeftOver ? null : "Leads it",
        _ => row.Part is null ? null : Infrastructure.Words.Cut(row.Part, 120),
    };
}
