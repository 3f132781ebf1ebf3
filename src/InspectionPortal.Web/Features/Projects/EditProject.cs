using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changes a project. A deadline that had words and changes is a slip, kept for ever with its reason.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditProject : ProjectFormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditProjectValidator : AbstractValidator<EditProject>
{
    public EditProjectValidator() => Include(new ProjectRules<EditProject>());
}

internal sealed class EditProjectHandler(PortalDbContext database, CurrentSession current, TimeProvider time, VocabularyTerms terms) : IRequestHandler<EditProject, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditProject command, CancellationToken cancellationToken)
    {
        var project = await database.Projects.Include(p => p.Leads).Include(p => p.CategoryNotes).Include(p => p.Dependencies).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (project is null)
        {
            return new Missing();
        }

        var (deadline, status) = (project.Deadline, project.Status);
        if (await ProjectWriter.WriteAsync(database, project, command, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        if (database.Check(project, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        var made = (current.RequiredPerson.UserId, time.GetUtcNow());
        var refused = DeadlineSlips.Record(database, project, deadline, command.SlipReason, made)
            ?? await ProjectWriter.NumberTakenAsync(database, project, cancellationToken)
            ?? (status == project.Status ? null : await ProjectWriter.NotEvidencedAsync(database, project, cancellationToken));
        if (refused is not null)
        {
            return refused;
        }

        await database.SaveChangesAsync(cancellationToken);
        var understood = deadline == project.Deadline ? "" : $". {DeadlineEntry.Understood(project.Deadline)}";
        return new Saved($"~/projects/{project.Id}", $"{VocabularyTerms.Start(terms.Project)} {project.Number} saved{understood}");
    }
}
