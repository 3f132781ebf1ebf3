namespace InspectionPortal.Web.Features.Search;

/// <summary>What was found of one kind: one page of it, and how many there are.</summary>
public sealed record SearchGroup(SearchKind Kind, int Total, IReadOnlyList<SearchHit> Hits);
