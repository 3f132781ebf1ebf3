using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The partnership's words and columns as they are.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetLayoutForm : IQuery<LayoutFields>;

/// <summary>Changes the words and the columns of this partnership, and of no other.</summary>
[Requires(Permission.EditPlan)]
public sealed class ChangeLayout : LayoutFields, ICommand<Saved>;

internal sealed class ChangeLayoutValidator : AbstractValidator<ChangeLayout>
{
    public ChangeLayoutValidator() => Include(new LayoutRules());
}

internal sealed class GetLayoutFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetLayoutForm, LayoutFields?>
{
    public async Task<LayoutFields?> Handle(GetLayoutForm request, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var stored = await database.Partnerships.AsNoTracking().Where(p => p.Id == own)
            .Select(p => new { p.Vocabulary, p.Layout, p.Version }).SingleAsync(cancellationToken);
        var (words, layout) = (stored.Vocabulary, stored.Layout);
        return new ChangeLayout
        {
            Version = stored.Version,
            Page = new LayoutFormPage
            {
                Title = "Words and columns of the plan",
                Lede = "The plan page, its forms and what is printed or exported follow them.",
                Back = "~/plan",
                Crumbs = [new Crumb("Plan", "~/plan")],
            },
            Recommendation = words.Recommendation,
            StretchAim = words.StretchAim,
            KeyDriver = words.KeyDriver,
            ImprovementProject = words.ImprovementProject,
            SubAction = words.SubAction,
            Measure = words.Measure,
            ShowVision = layout.ShowVision,
            ShowKeyOutcomes = layout.ShowKeyOutcomes,
            ShowDrivers = layout.ShowDrivers,
            Columns = [.. layout.Columns.Select(c => new LayoutColumn { Field = c.Field, Label = c.Label, Group = c.Group, Note = c.Note })],
        };
    }
}

internal sealed class ChangeLayoutHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<ChangeLayout, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ChangeLayout command, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var partnership = await database.Partnerships.SingleAsync(p => p.Id == own, cancellationToken);
        partnership.Vocabulary = command.Vocabulary();
        partnership.Layout = command.Layout();
        if (database.ChangeTracker.HasChanges())
        {
            if (partnership.Version != command.Version)
            {
                return new Conflict();
            }

            await database.SaveChangesAsync(cancellationToken);
        }

        return new Saved("~/plan", "The plan follows its new words and columns.");
    }
}
