using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What a report said of a recommendation.</summary>
/// <param name="Id">Id of the decision.</param>
/// <param name="State">Met or reopened.</param>
/// <param name="On">The day of the report.</param>
/// <param name="Report">The report's title; null where the reader may not read the report.</param>
/// <param name="Href">Where the report is; null where the reader may not read it.</param>
/// <param name="Note">Its words.</param>
public sealed record RecommendationVerdict(Guid Id, RecommendationState State, DateOnly On, string? Report, string? Href, string? Note);
