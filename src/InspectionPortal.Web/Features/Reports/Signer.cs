namespace InspectionPortal.Web.Features.Reports;

public sealed record Signer(string Capacity, string? Name, string Words);
