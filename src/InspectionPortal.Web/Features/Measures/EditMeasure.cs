using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Changes what a measure is.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditMeasure : MeasureFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditMeasureValidator : AbstractValidator<EditMeasure>
{
    public EditMeasureValidator() => Include(new MeasureRules<EditMeasure>());
}

internal sealed class EditMeasureHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<EditMeasure, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditMeasure command, CancellationToken cancellationToken)
    {
        var measure = await database.Measures.SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (measure is null)
        {
            return new Missing();
        }

        var before = measure.Deadline;
        if (await MeasureWriter.WriteAsync(database, measure, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (database.Check(measure, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        var understood = before == measure.Deadline ? "" : $". {DeadlineEntry.Understood(measure.Deadline)}";
        return new Saved($"~/measures/{measure.Id}", $"{VocabularyTerms.Start(terms.Measure)} saved{understood}");
    }
}
