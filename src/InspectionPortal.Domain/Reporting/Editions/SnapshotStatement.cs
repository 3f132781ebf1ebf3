using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>
/// A position statement in a report: a draft that is approved with the report, or one that was approved on its own since the report before
/// it. Scrutiny bodies get it too, so it names no person.
/// </summary>
public sealed record SnapshotStatement
{
    public required Guid Id { get; init; }

    /// <summary>The day on which it is so.</summary>
    public required DateOnly AsAt { get; init; }

    public required string HowWell { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HowKnown { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WhatNext { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Grade { get; init; }

    /// <summary>When it was approved on its own; null where it is approved with the report.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ApprovedAt { get; init; }
}
