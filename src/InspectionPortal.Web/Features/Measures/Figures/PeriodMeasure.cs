namespace InspectionPortal.Web.Features.Measures.Figures;

/// <param name="Id">The measure.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Number">The number of its project, where it has one.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Last">The figure before, in words.</param>
/// <param name="Stored">The figure of this period, where it is entered.</param>
public sealed record PeriodMeasure(Guid Id, string Title, string? Number, string? Unit, string? Last, string? Stored);
