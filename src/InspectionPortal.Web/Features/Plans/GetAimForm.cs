using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The form of an aim; of a new one where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetAimForm(Guid? Id, Guid? PlanId = null) : IQuery<AimFields>;

internal sealed class GetAimFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetAimForm, AimFields?>
{
    public async Task<AimFields?> Handle(GetAimForm query, CancellationToken cancellationToken)
    {
        var word = current.RequiredTenant.Partnership.Vocabulary.StretchAimWord;
        if (query.Id is null)
        {
            var used = await database.StretchAims.CountAsync(a => a.PlanId == query.PlanId, cancellationToken);
            return query.PlanId is { } planId && await database.Plans.AnyAsync(p => p.Id == planId, cancellationToken)
                ? new AddAim { PlanId = planId, Number = $"{used + 1}", Page = Page(planId, $"Add {FormText.A(word)}", "Add") }
                : null;
        }

        var found = await database.StretchAims.AsNoTracking().Where(a => a.Id == query.Id).Select(a => new
        {
            Aim = a,
            Drivers = a.Drivers.Count,
            Projects = a.Projects.Count,
            Measures = database.Measures.Count(m => m.AimId == a.Id),
            Links = database.RecommendationLinks.Count(l => l.AimId == a.Id),
        }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var hanging = AimHanging.In(current.RequiredTenant.Partnership.Vocabulary, found.Drivers, found.Projects, found.Measures, found.Links);
        var removal = new Removal($"~/aims/{found.Aim.Id}/remove", $"this {FormText.Small(word)}", "Its number, statement, vision and outcomes will be removed. The audit keeps a record.", hanging);
        return Fill(
            found.Aim,
            Page(found.Aim.PlanId, $"Edit {FormText.Small(word)} {found.Aim.Number}", "Save", EnglishText.Cut(found.Aim.Statement, 120), removal));
    }

    private static FormPage Page(Guid planId, string title, string button, string? caption = null, Removal? removal = null) => new()
    {
        Title = title,
        Button = button,
        Caption = caption,
        Back = $"~/plans/{planId}",
        Crumbs = [new Crumb("Plan", $"~/plans/{planId}")],
        Removal = removal,
    };

    private static EditAim Fill(StretchAim aim, FormPage page) => new()
    {
        Id = aim.Id,
        Version = aim.Version,
        Page = page,
        Number = aim.Number,
        Statement = aim.Statement,
        Vision = aim.Vision,
        KeyOutcomes = aim.KeyOutcomes.Count == 0 ? null : string.Join('\n', aim.KeyOutcomes),
        ByDateText = aim.ByDateText,
        Population = aim.Population,
        Threshold = aim.Threshold,
        MirrorsQuestion = TypedInput.Show(aim.MirrorsQuestion),
    };
}
