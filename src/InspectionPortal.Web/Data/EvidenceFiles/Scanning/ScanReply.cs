using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Data.EvidenceFiles.Scanning;

/// <summary>What the scanner says of one file. Anything but a plain "OK" leaves it unscanned or infected.</summary>
/// <param name="Result">Clean, infected, or not scanned where the scanner could not tell.</param>
/// <param name="Note">What was found, or why it could not tell.</param>
public sealed record ScanReply(ScanResult Result, string? Note);
