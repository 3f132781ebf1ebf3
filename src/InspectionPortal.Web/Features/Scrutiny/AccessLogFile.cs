namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The access log as a file.</summary>
public sealed record AccessLogFile(byte[] Bytes, string Name);
