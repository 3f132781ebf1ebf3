using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Projects;

public sealed class ProjectFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Places { get; init; }
    public required IReadOnlyList<SelectListItem> Responsibilities { get; init; }
    public required IReadOnlyList<SelectListItem> DependsOn { get; init; }
    public required PlanLayout Layout { get; init; }
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>The number that a new one would have; null where none can be told.</summary>
    public string? ProposedNumber { get; init; }

    /// <summary>What the form asks: first what the plan shows, in its order; then the rest.</summary>
    public IEnumerable<PlanField> Order => Layout.Columns.Select(c => c.Field).Concat(Asked).Where(f => Asked.Contains(f) || PlanFieldLabels.CategoryOf(f) is not null)
        .Select(f => PlanFieldLabels.CategoryOf(f) is null ? f : PlanField.SubActions).Distinct();

    /// <summary>Categories, those that the plan shows first.</summary>
    public IEnumerable<SubActionCategory> Categories => PlanFieldLabels.CategoriesOf(Layout);

    private static PlanField[] Asked { get; } =
    [
        PlanField.Number, PlanField.What, PlanField.Difference, PlanField.Success, PlanField.Impact, PlanField.Deadline, PlanField.Leads, PlanField.Status,
        PlanField.Evidence, PlanField.SubActions, PlanField.Reference, .. ProjectFields.OwnColumns.Select(f => f.Column!.Value),
    ];

    /// <summary>The plan's label for a field, or the form's own question where the plan does not show it.</summary>
    public string Ask(PlanField field, string question) => Layout.LabelOf(field)?.TrimEnd('*').TrimEnd() ?? question;

    public string Ask(SubActionCategory category) => PlanFieldLabels.Label(Layout, Vocabulary, category);

    /// <summary>The deadline in force, where it has words: changing it is a slip.</summary>
    public string? DeadlineInForce { get; init; }

    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<LeadKind>().Select(k => new SelectListItem(ProjectLabels.Of(k), k.ToString()))];

    public IReadOnlyList<SelectListItem> Statuses { get; } = [.. Enum.GetValues<ProjectStatus>().Select(s => new SelectListItem(ProjectLabels.Of(s), s.ToString()))];
}
