using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The form that carries projects over; what is not finished comes ticked.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetCarryOverForm(Guid PlanId) : IQuery<CarryOverProjects>;

internal sealed class GetCarryOverFormHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<GetCarryOverForm,
    CarryOverProjects?>
{
    public async Task<CarryOverProjects?> Handle(GetCarryOverForm query, CancellationToken cancellationToken)
    {
        var plan = await database.Plans.AsNoTracking().Where(p => p.Id == query.PlanId).Select(p => new
        {
            p.Id,
            p.Title,
            Successor = database.Plans.Where(o => o.PredecessorId == p.Id).OrderBy(o => o.Id)
                .Select(o => new PlanOption(o.Id.ToString(), o.Title)).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (plan is null)
        {
            return null;
        }

        var aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == plan.Id).OrderBy(a => a.Position)
            .Select(a => new CarryOverAim(
                a.Number, a.Statement,
                a.Projects.Where(p => p.NoActionNeededReason == null).OrderBy(p => p.Position)
                    .Select(p => new CarryOverProject(
                        p.Id, p.Number, p.Title, p.Status, database.Projects.Any(o => o.PredecessorId == p.Id))).ToList()))
            .ToListAsync(cancellationToken);
        return new CarryOverProjects
        {
            PlanId = plan.Id,
            ProjectIds = [.. aims.SelectMany(a => a.Projects).Where(p => !p.IsCarried && !p.Status.IsFinished()).Select(p => p.Id)],
            Page = new CarryOverPage
            {
                Title = $"Carry {EnglishText.Plural(terms.Project)} over",
                Caption = plan.Title,
                Button = "Carry over",
                Back = $"~/plans/{plan.Id}",
                Crumbs = [new Crumb("Plan", $"~/plans/{plan.Id}")],
                Aims = [.. aims.Where(a => a.Projects.Count > 0)],
                Successor = plan.Successor,
            },
        };
    }
}
