using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Adds a project under a driver, or straight under an aim.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddProject : ProjectFormFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The plan that it comes into, from the address.</summary>
    [BindNever]
    public Guid PlanId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddProjectValidator : AbstractValidator<AddProject>
{
    public AddProjectValidator() => Include(new ProjectRules<AddProject>());
}

internal sealed class AddProjectHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<AddProject, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddProject command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/projects/{command.Id}", $"{VocabularyTerms.Start(terms.Project)} {command.Number} added. {DeadlineEntry.Understood(DeadlineParser.Parse(command.Deadline))}");
        if (await database.WasAddedAsync<ImprovementProject>(command.Id, cancellationToken))
        {
            return saved;
        }

        var project = new ImprovementProject { Id = command.Id, Number = "", Title = "" };
        var failure = await ProjectWriter.WriteAsync(database, project, command, cancellationToken)
            ?? await ProjectWriter.NumberTakenAsync(database, project, cancellationToken)
            ?? await ProjectWriter.NotEvidencedAsync(database, project, cancellationToken);
        if (failure is not null)
        {
            return failure;
        }

        if (!await database.StretchAims.AnyAsync(a => a.Id == project.AimId && a.PlanId == command.PlanId, cancellationToken))
        {
            return Failure.Field(nameof(command.Under), "Choose from the list");
        }

        project.Position = (await database.Projects.Where(p => p.AimId == project.AimId).MaxAsync(p => (int?)p.Position, cancellationToken) ?? -1) + 1;
        database.Add(project);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
