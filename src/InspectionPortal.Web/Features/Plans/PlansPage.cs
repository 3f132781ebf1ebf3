using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The plans of a partnership that this person may read, the newest first and closed ones last.</summary>
public sealed record PlansPage(IReadOnlyList<PlanSummary> Plans, bool CanEdit, Vocabulary Vocabulary, IReadOnlyList<Rating> Key) : IReadByLinkOfficers
{
    /// <summary>True for a link officer, who sees approved quarters only.</summary>
    public bool SeesApprovedOnly { get; init; }

    public string WhatWasRead => $"List of {EnglishText.Count(Plans.Count, "plan")}";

    /// <summary>What stands where a plan has no quarter that this person may see.</summary>
    public string NoPeriod(PlanSummary plan) => (SeesApprovedOnly, plan.State) switch
    {
        (true, PlanState.Closed) => "No approved quarters",
        (true, _) => "No approved quarter yet",
        (_, PlanState.Closed) => "No quarters",
        _ => "No quarter yet",
    };
}
