using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The page before a plan is put to the chief officers to be agreed or closed.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanTitle">Its title.</param>
/// <param name="Kind">What is to be approved.</param>
/// <param name="PeriodId">The report, where it was started before.</param>
/// <param name="State">How far that report is.</param>
public sealed record PlanReportStart(Guid PlanId, string PlanTitle, PeriodKind Kind, Guid? PeriodId, PeriodState? State)
{
    /// <summary>Why it cannot be started; null where it can.</summary>
    public string? Refusal { get; init; }

    public int Projects { get; init; }
    public int WithoutLead { get; init; }
    public int WithoutDeadline { get; init; }
    public IReadOnlyList<UnfinishedProject> Unfinished { get; init; } = [];

    /// <summary>The address of the page and of its form.</summary>
    public string Address => $"~/plans/{PlanId}/{(Kind == PeriodKind.Baseline ? "agree" : "close")}";
}
