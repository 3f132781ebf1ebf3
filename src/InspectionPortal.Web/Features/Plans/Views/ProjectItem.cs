using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A project as the views show it.</summary>
public sealed record ProjectItem(
    Guid Id, Guid AimId, Guid? DriverId, string Number, string Title, IReadOnlyList<LeadName> Leads, string? LeadsText, Deadline Deadline, Deadline Forecast,
    ProjectStatus Status, Rating Rating, string? NoActionNeededReason, string? ExternalReference, bool IsChangeIdea, SourceNote Source,
    IReadOnlyList<SlipItem> Slips, IReadOnlyList<StepItem> Steps, IReadOnlyList<MeasureItem> Measures, IReadOnlyList<AnswerItem> Answers, Lateness Late)
{
    /// <summary>The deadline in force.</summary>
    public DeadlineNote Note => Late.Own;

    /// <summary>Who owns sub-actions of it.</summary>
    public IReadOnlyList<LeadName> Owners => [.. Steps.SelectMany(s => s.Owners).DistinctBy(o => o.ResponsibilityId)];

    public bool IsReal => NoActionNeededReason is null;

    public bool IsFinished => !IsReal || Status.IsFinished();
}
