using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What the form that corrects a report shows and holds.</summary>
public sealed class CorrectionForm
{
    public required Guid Id { get; init; }
    public required Guid PeriodId { get; init; }
    public required string Title { get; init; }

    /// <summary>Which version the correction will be.</summary>
    public required int Number { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>The newest version.</summary>
    public required QuarterSnapshot Report { get; init; }

    public required bool IsPending { get; init; }

    /// <summary>Agencies that must sign and for which nobody can; while there are any, no correction can be sent.</summary>
    public required IReadOnlyList<string> NobodySignsFor { get; init; }

    public required ReturnNote? Returned { get; init; }
    public required IReadOnlyList<SnapshotProject> Chosen { get; init; }
    public string? Reason { get; init; }

    /// <summary>The fields, as the newest version has them.</summary>
    public IReadOnlyList<CorrectedProject> Projects =>
    [
        .. Chosen.Select(p => new CorrectedProject
        {
            ProjectId = p.Id,
            Rating = p.Rating,
            Texts = [.. (p.Update?.Entries ?? []).Select(e => e.Text)],
            SlipReason = p.Update?.SlipReason,
            HelpNeeded = p.Update?.HelpNeeded,
        }),
    ];

    public IEnumerable<SelectListItem> Ratings =>
        Report.RatingKey.OrderBy(r => r.Order).Select(r => new SelectListItem(r.Name, r.Code))
            .Append(new SelectListItem(Rating.NotRated.Name, string.Empty));
}
