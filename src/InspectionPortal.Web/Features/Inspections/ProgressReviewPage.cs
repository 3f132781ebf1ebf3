using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record ProgressReviewPage(ReviewHead Head, IReadOnlyList<FindingText> Findings, bool CanEdit, Vocabulary Vocabulary) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Progress review: {Head.Title}";
}
