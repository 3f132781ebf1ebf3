using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// What one chief officer answered to one decision sought, with their approval or dissent. It stands beside the signed bytes and is
/// written once: the database refuses changes, and anything new once the report is published.
/// </summary>
public sealed class DecisionRecord : TenantEntity
{
    public const int CommentMaxLength = 1000;

    public Guid ApprovalId { get; set; }
    public Approval? Approval { get; set; }

    /// <summary>The decision's number in the submitted report, from 1.</summary>
    public int Number { get; set; }

    public DecisionAnswer Answer { get; set; }

    [MaxLength(CommentMaxLength)]
    public string? Comment { get; set; }
}
