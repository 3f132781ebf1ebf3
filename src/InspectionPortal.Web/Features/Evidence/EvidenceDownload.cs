using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Which file to send, and whether it may be sent at all.</summary>
public sealed record EvidenceDownload(
    Guid ItemId, string Title, int Number, string FileName, string ContentType, string StorageName, long Size, EvidenceReadability Readability) : IReadByLinkOfficers
{
    public required string Sha256 { get; init; }

    /// <summary>True where it goes into the page, not to be saved.</summary>
    public bool IsViewed { get; init; }

    public bool IsViewable => EvidenceFileType.Served(ContentType)?.IsViewable == true;

    public bool IsPdf => EvidenceFileType.Served(ContentType)?.Content == EvidenceContent.Pdf;

    public bool IsText => EvidenceFileType.Served(ContentType)?.Content == EvidenceContent.Text;

    public string WhatWasRead => Readability == EvidenceReadability.Readable
        ? $"Evidence: {Title}, version {Number}, {(IsViewed ? "viewed" : "downloaded")}"
        : $"Evidence: {Title}, version {Number}, requested but not sent";
}
