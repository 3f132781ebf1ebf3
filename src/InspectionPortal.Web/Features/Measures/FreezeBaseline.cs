using FluentValidation;
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

/// <summary>Says how many figures, from the first, are what later ones are held against.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class FreezeBaseline : FormFields, ICommand<Saved>
{
    public const int Most = 1000;

    [BindNever]
    public Guid Id { get; set; }

    /// <summary>Blank for none.</summary>
    public string? Points { get; set; }
}

internal sealed class FreezeBaselineValidator : AbstractValidator<FreezeBaseline>
{
    public FreezeBaselineValidator() =>
        RuleFor(c => c.Points).Must(text => text is null || (TypedInput.Number(text) is { } number && number >= 2 && number <= FreezeBaseline.Most && decimal.Truncate(number) == number))
            .WithMessage("Enter a whole number from 2 to 1,000, or leave it empty to use every figure");
}

internal sealed class FreezeBaselineHandler(PortalDbContext database) : IRequestHandler<FreezeBaseline, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(FreezeBaseline command, CancellationToken cancellationToken)
    {
        var measure = await database.Measures.SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (measure is null)
        {
            return new Missing();
        }

        measure.BaselinePoints = (int?)TypedInput.Number(command.Points);
        if (database.Check(measure, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{measure.Id}", measure.BaselinePoints is null ? "Baseline unfrozen. Every figure of a phase is now its baseline." : "Baseline frozen");
    }
}
