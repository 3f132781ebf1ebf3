using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What a group holds, in words.</summary>
public sealed record GroupCounts(PlanGroup Group, GroupedPlanPage Page)
{
    private PlanContent Plan => Page.Plan;

    public string Href => Page.HrefOf(Group, onlyLate: false);

    public string HrefOfLate => Page.HrefOf(Group, onlyLate: true);

    public string Words => EnglishText.List(
    [
        .. new[] { (PlanGroupRowKind.Project, Plan.ProjectWord), (PlanGroupRowKind.Step, Plan.StepWord), (PlanGroupRowKind.Measure, Plan.MeasureWord) }
            .Where(k => Group.Count(k.Item1) > 0 || Group.Rows.Count == 0 && k.Item1 == PlanGroupRowKind.Project)
            .Select(k => EnglishText.CountOf(Group.Count(k.Item1), k.Item2)),
    ]);
}
