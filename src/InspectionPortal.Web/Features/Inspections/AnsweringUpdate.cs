namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What was said last of the work that answers it.</summary>
public sealed record AnsweringUpdate(Guid ProjectId, string Number, string Text, string? DateText, string? AgencyCode, string? AgencyName, string? Period);
