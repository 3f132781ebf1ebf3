using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The plans of a partnership that this person may read, the newest first and closed ones last.</summary>
public sealed record PlansPage(IReadOnlyList<PlanSummary> Plans, bool CanEdit, Vocabulary Vocabulary, IReadOnlyList<Rating> Key) : IReadByLinkOfficers
{
    public string WhatWasRead => $"List of {EnglishText.Count(Plans.Count, "plan")}";
}
