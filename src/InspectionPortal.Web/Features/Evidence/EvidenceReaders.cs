namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Who outside can read a version: what each grant means for it, and whether it is released.</summary>
public sealed record EvidenceReaders(IReadOnlyList<EvidenceReader> Readers, int Number, bool IsReleased, TimeZoneInfo Zone);
