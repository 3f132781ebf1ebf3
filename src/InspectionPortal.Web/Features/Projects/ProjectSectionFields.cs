using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// A small form that changes one thing about a project, where it is read. Its <see cref="FormFields.Version"/> stands for the
/// value that was opened and not for the row, so that two people can change different things at once.
/// </summary>
public abstract class ProjectSectionFields : FormFields
{
    [BindNever]
    public Guid Id { get; set; }

    /// <summary>The page that the form was opened on, starting with "~/"; see <see cref="SectionReturn"/>.</summary>
    public string? Back { get; set; }

    /// <summary>Which thing it changes: a key of <see cref="ProjectSections"/>.</summary>
    public abstract string Section { get; }

    public ProjectSectionPage Choices() => (ProjectSectionPage)RequiredPage();

    /// <summary>Where the form goes on after it is saved or cancelled.</summary>
    public string ReturnAddress() => SectionReturn.Of(Back, Id);

    public override IReadOnlyList<Difference> CompareWith(FormFields stored) =>
        [.. base.CompareWith(stored).Where(d => d.Label != nameof(Back))];
}
