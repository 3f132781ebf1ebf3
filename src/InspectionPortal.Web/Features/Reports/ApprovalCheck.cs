namespace InspectionPortal.Web.Features.Reports;

/// <summary>What a chief officer reads before an approval counts.</summary>
public sealed record ApprovalCheck
{
    public required Guid PeriodId { get; init; }
    public required string Title { get; init; }

    /// <summary>Why this person cannot approve it now, as a sentence; null where they can.</summary>
    public required string? WhyNot { get; init; }

    /// <summary>The report as it was submitted; null where none waits for approval.</summary>
    public required ReportContent? Content { get; init; }

    /// <summary>Hash of that report.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>Approvals of it so far.</summary>
    public required int Approvals { get; init; }

    public required int Quorum { get; init; }

    /// <summary>The scrutiny bodies that can read it once it is published, by name.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>True where this approval is the one that publishes the report.</summary>
    public bool Publishes => Approvals + 1 >= Quorum;
}
