using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Features.Inspections.Requests;
using InspectionPortal.Web.Features.Inspections.Statements;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record RecommendationPage(
    RecommendationHead Head, IReadOnlyList<AnsweringLink> Links, IReadOnlyList<AnsweringProject> Work, IReadOnlyList<ProjectEvidence> Evidence,
    IReadOnlyList<AnsweringUpdate> Updates, IReadOnlyList<ReviewedFinding> Findings, RecommendationMay May, Vocabulary Vocabulary) : IReadByLinkOfficers
{
    /// <summary>Plans whose work can be linked to it: those that answer its inspection first; none for who may not edit.</summary>
    public IReadOnlyList<LinkablePlan> LinkablePlans { get; init; } = [];

    /// <summary>What reports said of it, the newest first; empty while it is open.</summary>
    public IReadOnlyList<RecommendationVerdict> Verdicts { get; init; } = [];

    /// <summary>What the partnership says of its position.</summary>
    public StatementPanel Statements { get; init; } = StatementPanel.None;

    /// <summary>What link officers asked, the newest first: to a link officer, what their own body did.</summary>
    public IReadOnlyList<RequestRow> Requests { get; init; } = [];

    /// <summary>Zone in which people here read times.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public string WhatWasRead => $"Recommendation: {Head.Number}";
}
