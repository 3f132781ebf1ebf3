using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans.Views;

public sealed record PlanTimelinePage(PlanContent Plan, bool HasSteps, IReadOnlyList<TimelineBand> Bands, TimelineAxis? Axis) : IReadByLinkOfficers
{
    public const string Address = "timeline";

    public string WhatWasRead => $"Timeline of the plan: {Plan.Head.Title}";

    /// <summary>The address of the view as it is, filters aside.</summary>
    public string Path => HasSteps ? $"{Address}?with=steps" : Address;

    /// <summary>The same with or without sub-actions.</summary>
    public string Turned => Plan.Filter.At(HasSteps ? Address : $"{Address}?with=steps");
}
