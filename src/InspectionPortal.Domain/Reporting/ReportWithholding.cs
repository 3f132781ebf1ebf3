using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// A published report that is not shown, on legal grounds, from one moment to another. It repeats what stays visible, because the
/// database hides the report itself from scrutiny bodies.
/// </summary>
public sealed class ReportWithholding : TenantEntity
{
    public const int ReasonMaxLength = 2000;

    public Guid ReportId { get; set; }
    public PublishedReport? Report { get; set; }
    public Guid PeriodId { get; set; }
    public Guid PlanId { get; set; }

    [MaxLength(ReportingPeriod.TitleMaxLength)]
    public required string Title { get; set; }

    /// <summary>Which version of the report.</summary>
    public int Number { get; set; }

    [MaxLength(Submission.HashLength)]
    public required string Sha256 { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    [MaxLength(ReasonMaxLength)]
    public required string Reason { get; set; }

    public DateTimeOffset At { get; set; }
    public Guid ByUserId { get; set; }

    /// <summary>Null while it is withheld.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    public Guid? ReleasedByUserId { get; private set; }

    [MaxLength(ReasonMaxLength)]
    public string? ReleaseReason { get; private set; }

    /// <summary>Withholds a report from now on.</summary>
    public static ReportWithholding Of(PublishedReport report, string reason, DateTimeOffset at, Guid by)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReportWithholding
        {
            ReportId = report.Id,
            PeriodId = report.PeriodId,
            PlanId = report.PlanId,
            Title = report.Title,
            Number = report.Number,
            Sha256 = report.Sha256,
            PublishedAt = report.PublishedAt,
            Reason = reason,
            At = at,
            ByUserId = by,
        };
    }

    /// <summary>Shows the report again.</summary>
    /// <exception cref="InvalidOperationException">It was shown again before.</exception>
    public void Release(string reason, DateTimeOffset at, Guid by)
    {
        if (ReleasedAt is not null)
        {
            throw new InvalidOperationException("The report was released before.");
        }

        (ReleasedAt, ReleasedByUserId, ReleaseReason) = (at, by, reason);
    }
}
