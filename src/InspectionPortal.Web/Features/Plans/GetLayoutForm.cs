using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The partnership's words and columns as they are.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetLayoutForm : IQuery<LayoutFields>;

internal sealed class GetLayoutFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetLayoutForm, LayoutFields?>
{
    public async Task<LayoutFields?> Handle(GetLayoutForm request, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var stored = await database.Partnerships.AsNoTracking().Where(p => p.Id == own)
            .Select(p => new { p.Vocabulary, p.Layout, p.Version }).SingleAsync(cancellationToken);
        var (words, layout) = (stored.Vocabulary, stored.Layout);
        return new EditLayout
        {
            Version = stored.Version,
            Page = new LayoutFormPage
            {
                Title = "Words and columns of the plan",
                Lede = "They appear on the plan page, in forms, in print and in downloads.",
                Place = "settings",
                Back = "~/settings",
                Crumbs = [new Crumb("Settings", "~/settings")],
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
            ShowRiskToScrutiny = layout.ShowRiskToScrutiny,
            Columns = [.. layout.Columns.Select(c => new LayoutColumn { Field = c.Field, Label = c.Label, Group = c.Group, Note = c.Note })],
        };
    }
}
