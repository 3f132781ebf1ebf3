namespace InspectionPortal.Web.Features.Reports;

/// <summary>An approved position statement in a pack.</summary>
public sealed record PackStatement(
    Guid RecommendationId, DateOnly AsAt, string? Grade, string? HowWell, string? HowKnown, string? WhatNext, DateTimeOffset? ApprovedAt);
