namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>An archive cannot be restored. The message says why, for whoever chose it.</summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner);
