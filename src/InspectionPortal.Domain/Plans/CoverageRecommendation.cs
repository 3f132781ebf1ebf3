namespace InspectionPortal.Domain.Plans;

/// <param name="Id">Its id.</param>
/// <param name="Number">As its source numbers it.</param>
/// <param name="Text">Its short name, or its words where it has none.</param>
/// <param name="IsOwn">True for a partnership's own priority.</param>
/// <param name="Theme">What it was filed under, in words.</param>
/// <param name="IsReworded">True where the words are not the report's own.</param>
public sealed record CoverageRecommendation(Guid Id, string Number, string Text, bool IsOwn, string? Theme, bool IsReworded);
