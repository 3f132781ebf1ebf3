using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changes a sub-action.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditSubAction : SubActionFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditSubActionValidator : AbstractValidator<EditSubAction>
{
    public EditSubActionValidator() => Include(new SubActionRules<EditSubAction>());
}

internal sealed class EditSubActionHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<EditSubAction, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditSubAction command, CancellationToken cancellationToken)
    {
        var action = await database.SubActions.Include(s => s.Owners).SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken);
        if (action is null)
        {
            return new Missing();
        }

        var before = action.Deadline;
        if (await SubActionWriter.WriteAsync(database, action, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (database.Check(action, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        var understood = before == action.Deadline ? "" : $". {DeadlineEntry.Understood(action.Deadline)}";
        return new Saved($"~/projects/{action.ProjectId}", $"{VocabularyTerms.Start(terms.Step)} saved{understood}");
    }
}
