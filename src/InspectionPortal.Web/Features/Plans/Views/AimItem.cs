using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>An aim with what hangs below it.</summary>
public sealed record AimItem(
    Guid Id, string Number, string Statement, string? Vision, SourceNote Source, IReadOnlyList<DriverItem> Drivers, IReadOnlyList<ProjectItem> Projects,
    IReadOnlyList<MeasureItem> Measures, IReadOnlyList<AnswerItem> Answers)
{
    /// <summary>Its projects, those of its drivers first.</summary>
    public IReadOnlyList<ProjectItem> All { get; } = [.. Drivers.SelectMany(d => d.All), .. Projects];

    public PlanTotals Sum => PlanTotals.Of(All);
}
