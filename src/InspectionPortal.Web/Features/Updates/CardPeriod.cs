using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Updates;

public sealed record CardPeriod(Guid Id, Guid PlanId, string Title, DateOnly From, DateOnly To, DateOnly OpensOn, DateOnly DueOn, PeriodState State)
{
    /// <summary>The title of its plan.</summary>
    public string Plan { get; init; } = string.Empty;

    /// <summary>Its title; with the plan's where these periods are of several plans.</summary>
    public string Among(IEnumerable<CardPeriod> others) =>
        others.Any(p => p.PlanId != PlanId) ? $"{Title}, {EnglishText.Cut(Plan, 60)}" : Title;
}
