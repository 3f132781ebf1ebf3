using FluentValidation;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>One change to many projects of a plan.</summary>
public abstract class SeveralFields : FormFields, IStatusFields, IDeadlineFields
{
    /// <summary>The most projects that are changed at once.</summary>
    public const int MostRows = 500;

    [BindNever]
    public Guid PlanId { get; set; }

    /// <summary>The projects: "id", or "id:version" of the value that was shown.</summary>
    public List<string> Rows { get; set; } = [];

    /// <summary>The table with its filters, to come back to.</summary>
    public string? Back { get; set; }

    public SeveralKind? Kind { get; set; }
    public ProjectStatus Status { get; set; }
    public string? StatusReason { get; set; }
    public string? Deadline { get; set; }
    public string? SlipReason { get; set; }
    public Guid? ResponsibilityId { get; set; }

    /// <summary>True where the chosen one leads in place of all who lead now, else beside them.</summary>
    public bool ReplaceLeads { get; set; }

    /// <summary>The aim or driver that they come under: "aim:…" or "driver:…".</summary>
    public string? Under { get; set; }

    /// <summary>The chosen projects, each once, with the versions that were shown.</summary>
    public IReadOnlyDictionary<Guid, uint?> Chosen() => Rows.Where(r => r is not null).Select(r => r.Split(':'))
        .Where(r => Guid.TryParse(r[0], out _)).DistinctBy(r => Guid.Parse(r[0]))
        .ToDictionary(r => Guid.Parse(r[0]), r => r.Length > 1 && uint.TryParse(r[1], out var version) ? version : (uint?)null);

    public string ReturnAddress() => SectionReturn.ToPlan(Back, PlanId);
}

internal sealed class SeveralRules<T> : AbstractValidator<T>
    where T : SeveralFields
{
    public SeveralRules()
    {
        RuleFor(c => c.Rows).Must(rows => rows.Count > 0).WithMessage("Tick the rows in the table first");
        RuleFor(c => c.Rows).Must(rows => rows.Count <= SeveralFields.MostRows).WithMessage($"Tick {SeveralFields.MostRows} rows or fewer");
        RuleFor(c => c.Kind).NotNull().WithMessage("Choose what to change");
        When(c => c.Kind == SeveralKind.Status, () => Include(new StatusRules<T>()));
        When(c => c.Kind == SeveralKind.Deadline, () => Include(new DeadlineRules<T>()));
        When(c => c.Kind == SeveralKind.Lead, () => RuleFor(c => c.ResponsibilityId).NotNull().WithMessage("Choose a lead"));
        When(c => c.Kind == SeveralKind.Place, () => RuleFor(c => c.Under).Required("Choose where they go in the plan"));
    }
}
