namespace InspectionPortal.Web.Features.SecurityEvents;

public sealed record OwnSecurityEventRow(string When, string What, string? Who, string? About, string? Detail);
