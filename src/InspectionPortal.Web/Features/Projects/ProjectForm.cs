using FluentValidation;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.People;
using InspectionPortal.Web.Infrastructure.Forms;
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
    public string? Deadline { get; set; }

    /// <summary>Why a deadline that had words moves.</summary>
    public string? SlipReason { get; set; }

    public List<ProjectLeadRow> Leads { get; set; } = [];

    /// <summary>Responsibilities that are not in the list yet, one a line.</summary>
    public string? NewLeads { get; set; }

    public LeadKind NewLeadsKind { get; set; }
    public ProjectStatus Status { get; set; }
    public string? StatusReason { get; set; }
    public string? ExternalReference { get; set; }
    public string? NoActionNeededReason { get; set; }

    public ProjectFormPage Choices() => (ProjectFormPage)RequiredPage();

    public override void AddSpareRows()
    {
        while (Leads.Count > 0 && Leads[^1].ResponsibilityId is null)
        {
            Leads.RemoveAt(Leads.Count - 1);
        }

        Leads.Add(new ProjectLeadRow());
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
            ("Deadline", theirs.Deadline, Deadline),
            ("Leads", LeadWords(theirs), LeadWords(this)),
            ("Status", ProjectWords.Of(theirs.Status), ProjectWords.Of(Status)),
            ("Why it was stopped", theirs.StatusReason, StatusReason),
            ("External reference", theirs.ExternalReference, ExternalReference),
            ("Why no action is needed", theirs.NoActionNeededReason, NoActionNeededReason));

    private string? PlaceWords(string? under) => Choices().Places.FirstOrDefault(p => p.Value == under) is { } place
        ? $"{place.Group?.Name}: {place.Text}"
        : under;

    private string? LeadWords(ProjectFields fields)
    {
        var known = fields.Leads.Where(l => l.ResponsibilityId is not null).Select(l =>
            $"{ProjectWords.Of(l.Kind)}: {Choices().Responsibilities.FirstOrDefault(r => r.Value == l.ResponsibilityId.ToString())?.Text}");
        var fresh = Written.Lines(fields.NewLeads).Select(name => $"{ProjectWords.Of(fields.NewLeadsKind)}: {name}");
        var words = string.Join('\n', known.Concat(fresh));
        return words.Length == 0 ? null : words;
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

    /// <summary>The deadline in force, where it has words: changing it is a slip.</summary>
    public string? DeadlineInForce { get; init; }

    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<LeadKind>().Select(k => new SelectListItem(ProjectWords.Of(k), k.ToString()))];

    public IReadOnlyList<SelectListItem> Statuses { get; } = ProjectWords.Statuses;
}

/// <summary>The words of kinds and states.</summary>
public static class ProjectWords
{
    public static IReadOnlyList<SelectListItem> Statuses => [.. Enum.GetValues<ProjectStatus>().Select(s => new SelectListItem(Of(s), s.ToString()))];

    public static string Of(LeadKind kind) => kind switch
    {
        LeadKind.With => "With",
        LeadKind.InConsultationWith => "In consultation with",
        _ => "Lead",
    };

    public static string Of(ProjectStatus status) => status switch
    {
        ProjectStatus.InProgress => "In progress",
        ProjectStatus.DoneAwaitingEvidence => "Done and awaiting evidence",
        ProjectStatus.DoneAndEvidenced => "Done and evidenced",
        ProjectStatus.Stopped => "Stopped",
        _ => "Not started",
    };

    public static string Of(SubActionCategory category) => category == SubActionCategory.ClosingTheLoop ? "Closing the loop" : category.ToString();
}

internal sealed class ProjectRules<T> : AbstractValidator<T>
    where T : ProjectFields
{
    public ProjectRules()
    {
        RuleFor(c => c.Under).Needed("Choose where in the plan it stands");
        RuleFor(c => c.Number).Needed("Enter the number of the project, such as 3.1").Fits(ImprovementProject.NumberMaxLength);
        RuleFor(c => c.Title).Needed("Enter the title of the project").Fits(ImprovementProject.TitleMaxLength);
        RuleFor(c => c.AimText).Fits(ImprovementProject.TextMaxLength);
        RuleFor(c => c.Difference).Fits(ImprovementProject.TextMaxLength);
        RuleFor(c => c.Success).Fits(ImprovementProject.TextMaxLength);
        RuleFor(c => c.Impact).Fits(ImprovementProject.TextMaxLength);
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
        RuleFor(c => c.StatusReason).Fits(ImprovementProject.ReasonMaxLength);
        RuleFor(c => c.StatusReason).Needed("Say why the work was stopped").When(c => c.Status == ProjectStatus.Stopped);
        RuleFor(c => c.ExternalReference).Fits(ImprovementProject.ReferenceMaxLength);
        RuleFor(c => c.NoActionNeededReason).Fits(ImprovementProject.ReasonMaxLength);
    }
}
