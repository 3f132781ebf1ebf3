namespace InspectionPortal.Web.Data.EvidenceFiles.Scanning;

/// <summary>The scanner does not answer. Nothing is known about the file; it waits.</summary>
public sealed class ScannerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
