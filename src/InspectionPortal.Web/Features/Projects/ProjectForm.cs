using FluentValidation;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.People;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The fields of adding and editing a project. Its rating comes from updates and is not among them.</summary>
public abstract class ProjectFields : FormFields
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

    public ProjectFormPage Choices() => (ProjectFormPage)RequiredPage();

    public override void AddSpareRows()
    {
        while (Leads.Count > 0 && Leads[^1].ResponsibilityId is null)
        {
            Leads.RemoveAt(Leads.Count - 1);
        }

        Leads.Add(new ProjectLeadRow());
        FormRows.AddSpare(Dependencies);
        CategoryNotes = [.. Choices().Categories.Select(c =>
            CategoryNotes.FirstOrDefault(n => n.Category == c) ?? new CategoryNoteRow { Category = c })];
    }

    public override IReadOnlyList<Difference> CompareWith(FormFields stored) => stored is not ProjectFields theirs
        ? []
        : Infrastructure.Forms.Difference.Among(
            ("Place in the plan", PlaceWords(theirs.Under), PlaceWords(Under)),
            ("Number", theirs.Number, Number),
            ("Title", theirs.Title, Title),
            ("Aim of the project", theirs.AimText, AimText),
            ("What will make the difference", theirs.Difference, Difference),
            ("How success will be seen", theirs.Success, Success),
            ("Impact for children", theirs.Impact, Impact),
            ("Evidence, in the plan’s words", theirs.EvidenceText, EvidenceText),
            ("Deadline", theirs.Deadline, Deadline),
            ("Leads", LeadWords(theirs), LeadWords(this)),
            ("Leads as the plan writes them", theirs.LeadsText, LeadsText),
            ("What is said in place of steps", NoteWords(theirs), NoteWords(this)),
            ("What it depends on", DependencyWords(theirs), DependencyWords(this)),
            ("Change idea", theirs.IsChangeIdea ? "Yes" : null, IsChangeIdea ? "Yes" : null),
            ("Status", ProjectWords.Of(theirs.Status), ProjectWords.Of(Status)),
            ("Why it was stopped", theirs.StatusReason, StatusReason),
            ("External reference", theirs.ExternalReference, ExternalReference),
            ("Why no action is needed", theirs.NoActionNeededReason, NoActionNeededReason));

    private string? PlaceWords(string? under) => Choices().Places.FirstOrDefault(p => p.Value == under) is { } place
        ? $"{place.Group?.Name}: {place.Text}"
        : under;

    private static string? NoteWords(ProjectFields fields) => Lines(fields.CategoryNotes.Where(n => n.Text is not null).OrderBy(n => n.Category)
        .Select(n => $"{ProjectWords.Of(n.Category)}: {n.Text}"));

    private string? DependencyWords(ProjectFields fields) => Lines(fields.Dependencies.Where(d => !d.Remove && !d.IsBlank()).Select(d =>
        Choices().DependsOn.FirstOrDefault(c => c.Value == d.On) is { } on ? $"{d.Words} ({on.Text})" : d.Words ?? ""));

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } words ? words : null;

    private string? LeadWords(ProjectFields fields)
    {
        var known = fields.Leads.Where(l => l.ResponsibilityId is not null).Select(l =>
            $"{ProjectWords.Of(l.Kind)}: {Choices().Responsibilities.FirstOrDefault(r => r.Value == l.ResponsibilityId.ToString())?.Text}");
        var fresh = Written.Lines(fields.NewLeads).Select(name => $"{ProjectWords.Of(fields.NewLeadsKind)}: {name}");
        return Lines(known.Concat(fresh));
    }
}

public sealed class ProjectLeadRow
{
    public Guid? ResponsibilityId { get; set; }
    public LeadKind Kind { get; set; }
}

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
    public IEnumerable<PlanField> Order => Layout.Columns.Select(c => c.Field).Concat(Asked).Where(f => Asked.Contains(f) || PlanFieldWords.CategoryOf(f) is not null)
        .Select(f => PlanFieldWords.CategoryOf(f) is null ? f : PlanField.SubActions).Distinct();

    /// <summary>Categories, those that the plan shows first.</summary>
    public IEnumerable<SubActionCategory> Categories => PlanFieldWords.CategoriesOf(Layout);

    private static PlanField[] Asked { get; } =
    [
        PlanField.Number, PlanField.What, PlanField.Difference, PlanField.Success, PlanField.Impact, PlanField.Deadline, PlanField.Leads, PlanField.Status,
        PlanField.Evidence, PlanField.SubActions, PlanField.Reference,
    ];

    /// <summary>The plan's label for a field, or the form's own question where the plan does not show it.</summary>
    public string Ask(PlanField field, string question) => Layout.LabelOf(field)?.TrimEnd('*').TrimEnd() ?? question;

    public string Ask(SubActionCategory category) => PlanFieldWords.Label(Layout, Vocabulary, category);

    /// <summary>The deadline in force, where it has words: changing it is a slip.</summary>
    public string? DeadlineInForce { get; init; }

    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<LeadKind>().Select(k => new SelectListItem(ProjectWords.Of(k), k.ToString()))];

    public IReadOnlyList<SelectListItem> Statuses { get; } = ProjectWords.Statuses;
}

internal sealed class ProjectRules<T> : AbstractValidator<T>
    where T : ProjectFields
{
    public ProjectRules()
    {
        RuleFor(c => c.Under).Needed("Choose where in the plan it stands");
        RuleFor(c => c.Number).Needed("Enter its number, such as 3.1").Fits(ImprovementProject.NumberMaxLength);
        RuleFor(c => c.Title).Needed("Enter its title").Fits(ImprovementProject.TitleMaxLength);
        RuleFor(c => c.AimText).Fits(ImprovementProject.TextMaxLength);
        RuleFor(c => c.Difference).Fits(ImprovementProject.TextMaxLength);
        RuleFor(c => c.Success).Fits(ImprovementProject.TextMaxLength);
        RuleFor(c => c.Impact).Fits(ImprovementProject.TextMaxLength);
        RuleFor(c => c.EvidenceText).Fits(ImprovementProject.TextMaxLength);
        RuleFor(c => c.Deadline).Fits(Deadlines.Deadline.TextMaxLength);
        RuleFor(c => c.SlipReason).Fits(ImprovementProject.ReasonMaxLength);
        RuleFor(c => c.Leads).Must(rows => rows.Count <= 50).WithMessage("Keep to 50 leads");
        RuleFor(c => c.Leads).Custom((rows, context) =>
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].ResponsibilityId is { } id && rows.FindIndex(l => l.ResponsibilityId == id) < i)
                {
                    context.AddFailure($"Leads[{i}].ResponsibilityId", "Choose each responsibility once");
                }
            }
        });
        RuleFor(c => c.NewLeads).LinesFit(20, LeadResponsibility.NameMaxLength);
        RuleFor(c => c.LeadsText).Fits(ImprovementProject.LeadsTextMaxLength);
        RuleFor(c => c.CategoryNotes).Must(rows => rows.Count <= 20 && rows.TrueForAll(r => Enum.IsDefined(r.Category)))
            .WithMessage("Keep to the categories shown");
        RuleForEach(c => c.CategoryNotes).ChildRules(row => row.RuleFor(r => r.Text).Fits(CategoryNote.TextMaxLength));
        RuleFor(c => c.Dependencies).Must(rows => rows.Count <= 50).WithMessage("Keep to 50 dependencies");
        RuleForEach(c => c.Dependencies).Where(r => !r.Remove && !r.IsBlank()).SetValidator(new DependencyRules());
        RuleFor(c => c.StatusReason).Fits(ImprovementProject.ReasonMaxLength);
        RuleFor(c => c.StatusReason).Needed("Say why the work was stopped").When(c => c.Status == ProjectStatus.Stopped);
        RuleFor(c => c.ExternalReference).Fits(ImprovementProject.ReferenceMaxLength);
        RuleFor(c => c.NoActionNeededReason).Fits(ImprovementProject.ReasonMaxLength);
    }
}
