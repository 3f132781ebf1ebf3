using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting;

/// <summary>One chief officer's decision on one snapshot, by its hash. Written once.</summary>
public sealed class Approval : TenantEntity
{
    public const int CommentMaxLength = 4000;

    public Guid SubmissionId { get; set; }
    public Submission? Submission { get; set; }
    /// <summary>Who decided.</summary>
    public Guid UserId { get; set; }

    /// <summary>The chief officer for whom they decided as their delegate; null where they decided for themselves.</summary>
    public Guid? ForUserId { get; set; }

    /// <summary>Last day on which the delegate could decide, as it was then; null where they decided for themselves.</summary>
    public DateOnly? DelegateUntil { get; set; }

    /// <summary>In which post they signed; the chief officer’s where a delegate decided.</summary>
    [MaxLength(200)]
    public required string Capacity { get; set; }

    /// <summary>True where they were a partnership lead too when they decided; the report shows it.</summary>
    public bool IsAlsoLead { get; set; }

    [MaxLength(Submission.HashLength)]
    public required string Sha256 { get; set; }

    public ApprovalDecision Decision { get; set; }

    [MaxLength(CommentMaxLength)]
    public string? Comment { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The agency they signed for; null for none. Its name is kept as it was then.</summary>
    public Guid? AgencyId { get; set; }

    [MaxLength(200)]
    public string? AgencyName { get; set; }

    /// <summary>What they answered to the decisions sought; nothing for a return.</summary>
    public List<DecisionRecord> Records { get; } = [];

    /// <summary>What they said about single projects; of a return only.</summary>
    public List<ReturnComment> ItemComments { get; } = [];
}
