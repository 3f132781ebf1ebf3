using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A driver with its own drivers and projects.</summary>
public sealed record DriverItem(
    Guid Id, string Text, SourceNote Source, IReadOnlyList<DriverItem> Drivers, IReadOnlyList<ProjectItem> Projects,
    IReadOnlyList<MeasureItem> Measures, IReadOnlyList<AnswerItem> Answers)
{
    public IReadOnlyList<ProjectItem> All { get; } = [.. Drivers.SelectMany(d => d.All), .. Projects];

    public PlanTotals Sum => PlanTotals.Of(All);
}
