namespace InspectionPortal.Web.Features.Search;

/// <summary>What can be found, in the order of the page.</summary>
public enum SearchKind
{
    Plans,
    Projects,
    SubActions,
    Measures,
    Recommendations,
    Statements,
    Inspections,
    Evidence,
    Updates,
    Reports,
}
