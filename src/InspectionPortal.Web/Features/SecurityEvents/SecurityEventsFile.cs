namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>UTF-8 with a byte order mark, lines that end with CR LF.</summary>
public sealed record SecurityEventsFile(byte[] Bytes);
