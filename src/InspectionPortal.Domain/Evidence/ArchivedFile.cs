namespace InspectionPortal.Domain.Evidence;

/// <summary>One file inside a zip, as the zip's own directory names it.</summary>
/// <param name="Name">Its path in the zip, made safe to show.</param>
/// <param name="Size">Bytes once unpacked.</param>
public sealed record ArchivedFile(string Name, long Size);
