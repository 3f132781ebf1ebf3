using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Components.Charts;
using InspectionPortal.Web.Components.TagHelpers;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

public sealed class MeasureFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Places { get; init; }
    public required IReadOnlyList<SelectListItem> Responsibilities { get; init; }

    /// <summary>What the kind of data suggests, in a sentence.</summary>
    public required string Suggested { get; init; }

    public IReadOnlyList<SelectListItem> Charts { get; } =
        [.. Enum.GetValues<ChartKind>().Where(c => c != ChartKind.MovingRange).Select(c => new SelectListItem(ChartText.Of(c), c.ToString()))];

    public IReadOnlyList<SelectListItem> RuleSets { get; } = [.. Enum.GetValues<RuleSet>().Select(r => new SelectListItem(ChartText.Capital(r), r.ToString()))];

    public IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new Choice("Outcome", nameof(MeasureKind.Outcome), "What is different for children"),
        new Choice("Process", nameof(MeasureKind.Process), "Whether the work is done as planned"),
        new Choice("Balancing", nameof(MeasureKind.Balancing), "Whether something else gets worse because of it"),
        new Choice("Milestone", nameof(MeasureKind.Milestone), "Something to deliver by a date"),
    ];

    public IReadOnlyList<SelectListItem> Directions { get; } =
    [
        new("Up is better", nameof(MeasureDirection.Up)),
        new("Down is better", nameof(MeasureDirection.Down)),
        new("Neither", nameof(MeasureDirection.None)),
    ];
}
