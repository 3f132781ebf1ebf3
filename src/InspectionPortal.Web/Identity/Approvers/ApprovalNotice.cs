namespace InspectionPortal.Web.Identity.Approvers;

/// <summary>One approval, for the e-mail about it.</summary>
public sealed record ApprovalNotice
{
    public required Guid PeriodId { get; init; }

    /// <summary>Title of the quarter.</summary>
    public required string Quarter { get; init; }

    /// <summary>Who decided.</summary>
    public required Guid ById { get; init; }

    /// <summary>Name of who decided, in which post, and for whom: what stands before "approved".</summary>
    public required string Who { get; init; }

    /// <summary>True where a delegate decided for a chief officer.</summary>
    public required bool IsByDelegate { get; init; }

    /// <summary>Approvals of this report so far.</summary>
    public required int Approvals { get; init; }

    public required int Quorum { get; init; }

    /// <summary>Agencies that must have signed and have not.</summary>
    public required IReadOnlyList<string> StillToSign { get; init; }

    /// <summary>True where it is a correction of a published report.</summary>
    public required bool IsCorrection { get; init; }

    /// <summary>Title of what was decided on, to follow a verb.</summary>
    public string Subject => IsCorrection ? $"the correction of {Quarter}" : Quarter;

    /// <summary>True where this approval published the report.</summary>
    public required bool IsPublished { get; init; }
}
