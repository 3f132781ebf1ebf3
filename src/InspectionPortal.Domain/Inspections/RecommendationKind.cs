namespace InspectionPortal.Domain.Inspections;

public enum RecommendationKind
{
    Recommendation,
    PriorityArea,
    AreaForImprovement,
    AreaForPriorityAction,
    OwnPriority,
}
