using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The rows of a group.</summary>
public sealed record GroupTable(PlanGroup Group, PlanGrouping By, PlanContent Plan)
{
    public string PartHead => By == PlanGrouping.Recommendation ? "Link" : By == PlanGrouping.Agency ? "Led by" : "Part";

    public string KindWord(PlanGroupRowKind kind) =>
        kind == PlanGroupRowKind.Step ? Plan.Vocabulary.SubActionWord : Plan.Vocabulary.MeasureWord;

    /// <summary>What the third column says of a row.</summary>
    public string? Saying(PlanGroupRow row) => row switch
    {
        { Kind: PlanGroupRowKind.Project } when By == PlanGrouping.Agency => row.Leads,
        { Kind: PlanGroupRowKind.Project, Part: null } when By == PlanGrouping.Lead => Group.IsLeftOver ? null : "Leads",
        _ => row.Part is null ? null : EnglishText.Cut(row.Part, 120),
    };
}
