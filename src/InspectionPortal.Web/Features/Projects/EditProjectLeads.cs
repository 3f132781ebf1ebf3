using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changes who leads a project, and nothing else.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditProjectLeads : ProjectSectionFields, ICommand<Saved>, ILeadFields
{
    public override string Section => ProjectSections.Leads;

    public List<ProjectLeadRow> Leads { get; set; } = [];

    /// <summary>Responsibilities that are not in the list yet, one a line.</summary>
    public string? NewLeads { get; set; }

    public LeadKind NewLeadsKind { get; set; }

    /// <summary>Who leads, as the plan writes it.</summary>
    public string? LeadsText { get; set; }

    public override void AddSpareRows() => ProjectLeadRow.AddSpare(Leads);
}

internal sealed class EditProjectLeadsValidator : AbstractValidator<EditProjectLeads>
{
    public EditProjectLeadsValidator()
    {
        Include(new LeadRules<EditProjectLeads>());
        RuleFor(c => c.LeadsText).MaxLength(ProjectFields.LeadsText.MaxLength);
    }
}

internal sealed class EditProjectLeadsHandler(PortalDbContext database, ProjectSectionSaver saver)
    : IRequestHandler<EditProjectLeads, Result<Saved>>
{
    public Task<Result<Saved>> Handle(EditProjectLeads command, CancellationToken cancellationToken) => saver.SaveAsync(
        command,
        project =>
        {
            ProjectFields.LeadsText.Set(project, command.LeadsText);
            return ProjectWriter.WriteLeadsAsync(database, project, command, cancellationToken);
        },
        null,
        cancellationToken);
}
