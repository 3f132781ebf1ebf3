using System.Linq.Expressions;
using FluentValidation;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The fields of adding and editing a project. Its rating comes from updates and is not among them.</summary>
public abstract class ProjectFormFields : FormFields, IStatusFields, IDeadlineFields, ILeadFields
{
    /// <summary>A driver, or the aim it stands straight under.</summary>
    public string? Under { get; set; }

    public string? Number { get; set; }
    public string? Title { get; set; }
    public string? AimText { get; set; }
    public string? Difference { get; set; }
    public string? Success { get; set; }
    public string? Impact { get; set; }
    public string? EvidenceText { get; set; }
    public string? Risk { get; set; }
    public string? Deadline { get; set; }

    /// <summary>Why a deadline that had words moves.</summary>
    public string? SlipReason { get; set; }

    public List<ProjectLeadRow> Leads { get; set; } = [];

    /// <summary>Responsibilities that are not in the list yet, one a line.</summary>
    public string? NewLeads { get; set; }

    public LeadKind NewLeadsKind { get; set; }

    /// <summary>Who leads, as the plan writes it.</summary>
    public string? LeadsText { get; set; }

    /// <summary>One for each category, in the order of the form.</summary>
    public List<CategoryNoteRow> CategoryNotes { get; set; } = [];

    public List<DependencyRow> Dependencies { get; set; } = [];
    public ProjectStatus Status { get; set; }
    public string? StatusReason { get; set; }
    public string? ExternalReference { get; set; }
    public string? NoActionNeededReason { get; set; }
    public bool IsChangeIdea { get; set; }

    /// <summary>What the form says in a field of the catalogue: its property of the same name.</summary>
    public string? TextOf(ProjectField field) => (string?)GetType().GetProperty(field.Name)!.GetValue(this);

    public void SetText(ProjectField field, string? text) => GetType().GetProperty(field.Name)!.SetValue(this, text);

    public ProjectFormPage Choices() => (ProjectFormPage)RequiredPage();

    public override void AddSpareRows()
    {
        ProjectLeadRow.AddSpare(Leads);
        FormRows.AddSpare(Dependencies);
        CategoryNotes = [.. Choices().Categories.Select(c =>
            CategoryNotes.FirstOrDefault(n => n.Category == c) ?? new CategoryNoteRow { Category = c })];
    }

    public override IReadOnlyList<Difference> CompareWith(FormFields stored) => stored is not ProjectFormFields theirs
        ? []
        : Infrastructure.Forms.Difference.Among(
        [
            ("Place in the plan", PlaceWords(theirs.Under), PlaceWords(Under)),
            ("Number", theirs.Number, Number),
            ("Title", theirs.Title, Title),
            .. ProjectFields.All.Select(f => (f.Label, theirs.TextOf(f), TextOf(f))),
            ("Deadline", theirs.Deadline, Deadline),
            ("Leads", LeadWords(theirs), LeadWords(this)),
            ("Notes where there are no actions", NoteWords(theirs), NoteWords(this)),
            ("What it depends on", DependencyWords(theirs), DependencyWords(this)),
            ("Change idea", theirs.IsChangeIdea ? "Yes" : null, IsChangeIdea ? "Yes" : null),
            ("Status", ProjectLabels.Of(theirs.Status), ProjectLabels.Of(Status)),
            ("Why it was stopped", theirs.StatusReason, StatusReason),
            ("Why no action is needed", theirs.NoActionNeededReason, NoActionNeededReason),
        ]);

    private string? PlaceWords(string? under) => Choices().Places.FirstOrDefault(p => p.Value == under) is { } place
        ? $"{place.Group?.Name}: {place.Text}"
        : under;

    private static string? NoteWords(ProjectFormFields fields) => Lines(fields.CategoryNotes.Where(n => n.Text is not null).OrderBy(n => n.Category)
        .Select(n => $"{ProjectLabels.Of(n.Category)}: {n.Text}"));

    private string? DependencyWords(ProjectFormFields fields) => Lines(fields.Dependencies.Where(d => !d.Remove && !d.IsBlank()).Select(d =>
        Choices().DependsOn.FirstOrDefault(c => c.Value == d.On) is { } on ? $"{d.Words} ({on.Text})" : d.Words ?? ""));

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } words ? words : null;

    private string? LeadWords(ProjectFormFields fields)
    {
        var known = fields.Leads.Where(l => l.ResponsibilityId is not null).Select(l =>
            $"{ProjectLabels.Of(l.Kind)}: {Choices().Responsibilities.FirstOrDefault(r => r.Value == l.ResponsibilityId.ToString())?.Text}");
        var fresh = TypedInput.Lines(fields.NewLeads).Select(name => $"{ProjectLabels.Of(fields.NewLeadsKind)}: {name}");
        return Lines(known.Concat(fresh));
    }
}

internal sealed class ProjectRules<T> : AbstractValidator<T>
    where T : ProjectFormFields
{
    public ProjectRules()
    {
        RuleFor(c => c.Under).Required("Choose where it goes in the plan");
        RuleFor(c => c.Number).Required("Enter a number, like 3.1").MaxLength(ImprovementProject.NumberMaxLength);
        RuleFor(c => c.Title).Required("Enter a title").MaxLength(ImprovementProject.TitleMaxLength);
        foreach (var field in ProjectFields.All)
        {
            RuleFor(Property(field)).MaxLength(field.MaxLength);
        }

        Include(new DeadlineRules<T>());
        Include(new LeadRules<T>());
        Include(new StatusRules<T>());
        RuleFor(c => c.CategoryNotes).Must(rows => rows.Count <= 20 && rows.TrueForAll(r => Enum.IsDefined(r.Category)))
            .WithMessage("Choose from the list");
        RuleForEach(c => c.CategoryNotes).ChildRules(row => row.RuleFor(r => r.Text).MaxLength(CategoryNote.TextMaxLength));
        RuleFor(c => c.Dependencies).Must(rows => rows.Count <= 50).WithMessage("Enter 50 dependencies or fewer");
        RuleForEach(c => c.Dependencies).Where(r => !r.Remove && !r.IsBlank()).SetValidator(new DependencyRules());
        RuleFor(c => c.NoActionNeededReason).MaxLength(ImprovementProject.ReasonMaxLength);
    }

    private static Expression<Func<T, string?>> Property(ProjectField field)
    {
        var form = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, string?>>(Expression.Property(form, field.Name), form);
    }
}
