using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Marks on a chart that something happened.</summary>
[Requires(Permission.EditPlan)]
public sealed class AnnotateChart : FormFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [BindNever]
    public Guid MeasureId { get; set; }

    public string? Date { get; set; }
    public string? Text { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AnnotateChartValidator : AbstractValidator<AnnotateChart>
{
    public AnnotateChartValidator()
    {
        RuleFor(c => c.Date).Required("Enter a date, like 14 January 2020").IsDate();
        RuleFor(c => c.Text).Required("Enter what happened, like family wellbeing hubs opened").MaxLength(MeasureAnnotation.TextMaxLength);
    }
}

internal sealed class AnnotateChartHandler(PortalDbContext database) : IRequestHandler<AnnotateChart, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AnnotateChart command, CancellationToken cancellationToken)
    {
        if (!await database.Measures.AnyAsync(m => m.Id == command.MeasureId, cancellationToken))
        {
            return new Missing();
        }

        var saved = new Saved($"~/measures/{command.MeasureId}#notes", "Note added");
        if (await database.WasAddedAsync<MeasureAnnotation>(command.Id, cancellationToken))
        {
            return saved;
        }

        database.Add(new MeasureAnnotation { Id = command.Id, MeasureId = command.MeasureId, Date = TypedInput.Date(command.Date)!.Value, Text = command.Text! });
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
