using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Reports;

public sealed record PublishedReportPage : IReadByLinkOfficers
{
    public required Guid PeriodId { get; init; }
    public required string Title { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>Hash of the scrutiny edition itself: whoever downloads it can work it out again.</summary>
    public required string Sha256 { get; init; }

    public required string ApprovedAt { get; init; }

    /// <summary>True where one of those who approved it was a partnership lead too.</summary>
    public required bool IsApprovedByLead { get; init; }

    public required ReportContent Content { get; init; }

    public string WhatWasRead => $"Report: {Title}";
}
