using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changes many projects of a plan in one go: all that can be changed, or none where somebody changed one meanwhile.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class ChangeSeveral : SeveralFields, ICommand<Saved>;

internal sealed class ChangeSeveralValidator : AbstractValidator<ChangeSeveral>
{
    public ChangeSeveralValidator() => Include(new SeveralRules<ChangeSeveral>());
}

internal sealed class ChangeSeveralHandler(PortalDbContext database, SeveralChanger changer, VocabularyTerms terms)
    : IRequestHandler<ChangeSeveral, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ChangeSeveral command, CancellationToken cancellationToken)
    {
        var result = await changer.RunAsync(command, cancellationToken);
        if (result.Failure is { } failure)
        {
            return failure;
        }

        var preview = result.Value!;
        var ids = preview.Rows.Where(r => r.Refusal is null).Select(r => r.Id).ToHashSet();
        foreach (var project in database.Projects.Local.Where(p => ids.Contains(p.Id)).ToList())
        {
            database.Touch(project, project.Version);
        }

        await database.SaveChangesAsync(cancellationToken);
        var left = preview.Rows.Count - preview.Changing;
        var kept = preview.RecordsSlips ? ". The old deadlines and the reason are kept" : "";
        return new Saved(
            command.ReturnAddress(),
            $"{EnglishText.CountOf(preview.Changing, terms.Project)} changed{(left == 0 ? "" : $", {left} left as before")}{kept}");
    }
}
