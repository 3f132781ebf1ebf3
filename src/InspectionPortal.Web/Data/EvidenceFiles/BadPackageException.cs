namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>A zip that is not kept, and why, in words for who sent it.</summary>
public sealed class BadPackageException(string message) : Exception(message);
