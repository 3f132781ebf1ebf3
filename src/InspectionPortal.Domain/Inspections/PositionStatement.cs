using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Domain.Inspections;

/// <summary>
/// What the partnership says of one recommendation on one day: how well it is doing, how it knows, and what it does next. A draft until
/// chief officers approve it; from then on the database lets nobody change it, and what is said next is a new statement.
/// </summary>
public sealed class PositionStatement : TenantEntity
{
    public const int TextMaxLength = 4000;
    public const int GradeMaxLength = 100;

    public Guid RecommendationId { get; set; }
    public Recommendation? Recommendation { get; set; }

    /// <summary>The day on which it is so.</summary>
    public DateOnly AsAt { get; set; }

    /// <summary>"How well are we doing?" A draft may leave it empty; nothing is approved without it.</summary>
    [MaxLength(TextMaxLength)]
    public string? HowWell { get; set; }

    /// <summary>"How do we know?"</summary>
    [MaxLength(TextMaxLength)]
    public string? HowKnown { get; set; }

    /// <summary>"What next?"</summary>
    [MaxLength(TextMaxLength)]
    public string? WhatNext { get; set; }

    /// <summary>What the partnership grades itself, on the scale of the inspection where it has one; null for no grade.</summary>
    [MaxLength(GradeMaxLength)]
    public string? Grade { get; set; }

    public StatementState State { get; private set; }

    /// <summary>Who wrote the last version. They cannot approve it.</summary>
    public Guid WrittenByUserId { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>
    /// The quarter or report with which it is submitted, and which nobody changes it in; when that is approved, the report it was
    /// approved with. Null for a draft that is not submitted, and for what was approved on its own.
    /// </summary>
    public Guid? PeriodId { get; private set; }

    public ReportingPeriod? Period { get; private set; }

    /// <summary>Who approved it; with a report, whose approval was the last that it needed.</summary>
    public Guid? ApprovedByUserId { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>True for a draft that is with the chief officers in a report.</summary>
    public bool IsSubmitted => State == StatementState.Draft && PeriodId is not null;

    /// <summary>True where it says enough to be approved.</summary>
    public bool IsComplete => !string.IsNullOrWhiteSpace(HowWell);

    /// <summary>Notes who wrote this version.</summary>
    /// <exception cref="InvalidOperationException">It is approved, or with the chief officers.</exception>
    public void Write(Guid by, DateTimeOffset at)
    {
        RequireFreeDraft();
        (WrittenByUserId, WrittenAt) = (by, at);
    }

    /// <summary>Sends the draft to the chief officers with a report.</summary>
    /// <exception cref="InvalidOperationException">It is approved, incomplete, or with them already.</exception>
    public void Submit(Guid period)
    {
        RequireFreeDraft();
        RequireComplete();
        PeriodId = period;
    }

    /// <summary>Gives the draft back with a report that is returned.</summary>
    /// <exception cref="InvalidOperationException">It is not with the chief officers.</exception>
    public void Return()
    {
        if (!IsSubmitted)
        {
            throw new InvalidOperationException("The statement is not with the chief officers.");
        }

        PeriodId = null;
    }

    /// <summary>Approves it: with the report it was submitted with, or on its own.</summary>
    /// <exception cref="InvalidOperationException">It is approved, or incomplete.</exception>
    public void Approve(Guid by, DateTimeOffset at)
    {
        if (State == StatementState.Approved)
        {
            throw new InvalidOperationException("The statement is approved already.");
        }

        RequireComplete();
        (State, ApprovedByUserId, ApprovedAt) = (StatementState.Approved, by, at);
    }

    private void RequireFreeDraft()
    {
        if (State == StatementState.Approved || PeriodId is not null)
        {
            throw new InvalidOperationException("The statement is approved or with the chief officers.");
        }
    }

    private void RequireComplete()
    {
        if (!IsComplete)
        {
            throw new InvalidOperationException("The statement does not say how well the partnership is doing.");
        }
    }
}
