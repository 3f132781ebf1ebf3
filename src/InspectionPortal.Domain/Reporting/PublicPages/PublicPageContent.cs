using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Domain.Reporting.PublicPages;

/// <summary>
/// All that the public page says. Its own list of fields: what is added to a report stays out of it until someone writes it here too.
/// No person, no project, no update, no evidence.
/// </summary>
public sealed record PublicPageContent
{
    public required string Partnership { get; init; }

    /// <summary>What a demonstration says about itself; null for a partnership at work.</summary>
    public string? Demonstration { get; init; }

    public required string Plan { get; init; }

    /// <summary>Title of the report that aims and figures come from.</summary>
    public required string Report { get; init; }

    /// <summary>The day on which that report was approved.</summary>
    public required DateOnly ApprovedOn { get; init; }

    public required string ChildrenWillKnow { get; init; }
    public string? WhatChanged { get; init; }
    public required IReadOnlyList<PublicAim> Aims { get; init; }
    public required IReadOnlyList<PublicChart> Charts { get; init; }

    /// <summary>What the page would say, with aims and figures as the report has them.</summary>
    /// <param name="page">The draft.</param>
    /// <param name="partnership">The partnership's name as it is now.</param>
    /// <param name="report">The edition of the report that holds no person.</param>
    /// <param name="title">Title of the report.</param>
    /// <param name="approvedOn">The day it was approved, where the partnership is.</param>
    public static PublicPageContent Of(
        PublicPage page, string partnership, ScrutinyEdition report, string title, DateOnly approvedOn)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(report);
        var measures = report.Measures.ToDictionary(m => m.Id);
        return new PublicPageContent
        {
            Partnership = partnership,
            Demonstration = report.Demonstration,
            Plan = report.Plan.Title,
            Report = title,
            ApprovedOn = approvedOn,
            ChildrenWillKnow = page.ChildrenWillKnow,
            WhatChanged = page.WhatChanged,
            Aims = [.. report.Aims.Select(a => new PublicAim(a.Number, a.Statement, a.Vision))],
            Charts =
            [
                .. page.MeasureIds.Where(measures.ContainsKey).Select(id => PublicChart.Of(measures[id], report.AsAt))
                    .Where(c => c.HasDrawing),
            ],
        };
    }
}
