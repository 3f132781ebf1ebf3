namespace InspectionPortal.Web.Jobs;

/// <summary>The job was removed, or another attempt has taken it over: this one stops and leaves nothing behind.</summary>
public sealed class JobLostException() : Exception("The job was removed or taken over by another attempt.");
