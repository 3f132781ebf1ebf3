using InspectionPortal.Domain.Inspections;
using InspectionPortal.Web.Components.Shared;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>A position statement as its page shows it.</summary>
public sealed record StatementRow
{
    public required Guid Id { get; init; }
    public required DateOnly AsAt { get; init; }
    public string? HowWell { get; init; }
    public string? HowKnown { get; init; }
    public string? WhatNext { get; init; }
    public string? Grade { get; init; }
    public required StatementState State { get; init; }

    /// <summary>The report that it goes with, or was approved with; null for none.</summary>
    public Guid? PeriodId { get; init; }

    public string? Report { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Who wrote the last version of a draft; null for everybody else to whom it is not shown.</summary>
    public string? WrittenBy { get; init; }

    public DateTimeOffset? WrittenAt { get; init; }

    public StatementTexts Texts => new(HowWell, HowKnown, WhatNext, Grade);

    public bool IsDraft => State == StatementState.Draft;
}
