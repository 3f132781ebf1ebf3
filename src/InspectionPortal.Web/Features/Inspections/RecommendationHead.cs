using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record RecommendationHead(
    Guid Id, string Number, string? Title, RecommendationKind Kind, string Text, string? Theme, string? InternalSource, bool IsReworded, Guid? InspectionId,
    string? Inspection, DateOnly? Published, SourceNote Source);
