using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Which file to send, and whether it may be sent at all.</summary>
public sealed record EvidenceDownload(
    Guid ItemId, string Title, int Number, string FileName, string ContentType, string StorageName, long Size, EvidenceReadability Readability) : IReadByLinkOfficers
{
    public string WhatWasRead => Readability == EvidenceReadability.Readable
        ? $"Evidence: {Title}, version {Number}, downloaded"
        : $"Evidence: {Title}, version {Number}, requested but not sent";
}
