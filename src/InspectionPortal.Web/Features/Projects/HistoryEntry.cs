using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What one agency said, with its date as written.</summary>
public sealed record HistoryEntry(string Text, string? DateText, string? AgencyCode, string? AgencyName, SourceNote Source);
