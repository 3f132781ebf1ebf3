using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A chief officer's answer to one decision sought; no answer leaves the decision open.</summary>
public sealed class AnswerRow
{
    /// <summary>The decision's number in the report.</summary>
    public int Number { get; set; }

    public DecisionAnswer? Answer { get; set; }

    public string? Comment { get; set; }
}
