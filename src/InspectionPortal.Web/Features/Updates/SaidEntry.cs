namespace InspectionPortal.Web.Features.Updates;

public sealed record SaidEntry(string? AgencyCode, string? AgencyName, string Text, string? DateText, string? MeasureTitle);
