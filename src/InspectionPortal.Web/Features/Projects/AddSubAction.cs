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

/// <summary>Adds a sub-action at the end of its project.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddSubAction : SubActionFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [BindNever]
    public Guid ProjectId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddSubActionValidator : AbstractValidator<AddSubAction>
{
    public AddSubActionValidator() => Include(new SubActionRules<AddSubAction>());
}

internal sealed class AddSubActionHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<AddSubAction, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddSubAction command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/projects/{command.ProjectId}", $"{VocabularyTerms.Start(terms.Step)} added. {DeadlineEntry.Understood(DeadlineParser.Parse(command.Deadline))}");
        var project = await database.Projects.Where(p => p.Id == command.ProjectId)
            .Select(p => new { p.Id, Last = p.SubActions.Max(s => (int?)s.Position) }).SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return new Missing();
        }

        if (await database.WasAddedAsync<SubAction>(command.Id, cancellationToken))
        {
            return saved;
        }

        var action = new SubAction { Id = command.Id, ProjectId = project.Id, Text = "", Position = (project.Last ?? -1) + 1 };
        if (await SubActionWriter.WriteAsync(database, action, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        database.Add(action);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
