namespace InspectionPortal.Web.Features.Reports;

/// <summary>An approved position statement in a pack.</summary>
public sealed record PackStatement
{
    public Guid RecommendationId { get; init; }
    public DateOnly AsAt { get; init; }
    public string? Grade { get; init; }
    public string? HowWell { get; init; }
    public string? HowKnown { get; init; }
    public string? WhatNext { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
}
