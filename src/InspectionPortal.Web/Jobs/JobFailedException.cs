namespace InspectionPortal.Web.Jobs;

/// <summary>The job cannot be done; the message says why and what to do, to the people who asked.</summary>
public sealed class JobFailedException(string message, Exception? inner = null) : Exception(message, inner);
