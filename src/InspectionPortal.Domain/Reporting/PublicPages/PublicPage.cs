using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting.PublicPages;

/// <summary>
/// The partnership's public page: a draft that its lead writes, and the copy of it that was published. Nothing but that copy is
/// ever shown outside. There is one for each partnership, and it is off until somebody publishes it.
/// </summary>
public sealed class PublicPage : TenantEntity
{
    public const int TextMaxLength = 4000;
    public const int MostCharts = 12;

    /// <summary>Draft: how children will know that something changed, in plain words.</summary>
    [MaxLength(TextMaxLength)]
    public required string ChildrenWillKnow { get; set; }

    /// <summary>Draft: what has changed so far, in plain words.</summary>
    [MaxLength(TextMaxLength)]
    public string? WhatChanged { get; set; }

    /// <summary>The plan that the page is about. A plan that is removed leaves it without one.</summary>
    public Guid PlanId { get; set; }

    /// <summary>Measures whose charts are on the page, in the order in which they were chosen.</summary>
    public Guid[] MeasureIds { get; set; } = [];

    /// <summary>What the public page shows; null while it is off.</summary>
    public PublicPageContent? Content { get; private set; }

    /// <summary>The approved report that the content was taken from.</summary>
    public Guid? ReportId { get; private set; }

    public PublishedReport? Report { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? PublishedByUserId { get; private set; }

    /// <summary>Publishes a copy, in place of the one before.</summary>
    public void Publish(PublicPageContent content, Guid reportId, DateTimeOffset at, Guid by)
    {
        ArgumentNullException.ThrowIfNull(content);
        (Content, ReportId, PublishedAt, PublishedByUserId) = (content, reportId, at, by);
    }

    /// <summary>Takes the page down. The draft stays.</summary>
    public void Withdraw() => (Content, ReportId, PublishedAt, PublishedByUserId) = (null, null, null, null);
}
