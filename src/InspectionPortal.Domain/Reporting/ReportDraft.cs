using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// What the partnership lead prepares for the report of a quarter. It is a draft until the quarter is submitted: the snapshot then
/// keeps a copy, and a quarter that is returned can be prepared again.
/// </summary>
public sealed class ReportDraft : TenantEntity
{
    public const int SummaryMaxLength = 4000;

    public Guid PeriodId { get; set; }
    public ReportingPeriod? Period { get; set; }

    /// <summary>The partnership lead's words at the top of the report.</summary>
    [MaxLength(SummaryMaxLength)]
    public string? Summary { get; set; }

    /// <summary>True where scrutiny bodies read the summary too, once the report is published.</summary>
    public bool IsSummaryOpen { get; set; }

    public ReportChoices Choices { get; set; } = ReportChoices.None;
}
