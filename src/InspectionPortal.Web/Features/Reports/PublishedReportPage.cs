using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Reports;

public sealed record PublishedReportPage : IReadByLinkOfficers
{
    public required ReportVersion Version { get; init; }

    /// <summary>All versions of this report, the newest first.</summary>
    public required IReadOnlyList<ReportVersion> Versions { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Null while it is withheld.</summary>
    public required byte[]? Bytes { get; init; }

    /// <summary>
    /// Hash of the scrutiny edition itself: whoever downloads it can work it out again. While it is withheld, the hash of the full report.
    /// </summary>
    public required string Sha256 { get; init; }

    public required string ApprovedAt { get; init; }

    /// <summary>True where one of those who approved it was a partnership lead too.</summary>
    public required bool IsApprovedByLead { get; init; }

    /// <summary>Null while it is withheld.</summary>
    public required ReportContent? Content { get; init; }

    public Guid PeriodId => Version.PeriodId;

    public string Title => Version.Title;

    /// <summary>Where its bytes can be downloaded.</summary>
    public string Download => $"~/reports/{PeriodId}/snapshot?version={Version.Number}";

    public string WhatWasRead =>
        $"Report: {Title}{(Version.Number > 1 ? $", version {Version.Number}" : "")}{(Content is null ? " (withheld)" : "")}";
}
