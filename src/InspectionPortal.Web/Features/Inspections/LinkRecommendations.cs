using System.Linq.Expressions;
using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Says which recommendations an aim, a driver, a project or a measure answers.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class LinkRecommendations : FormFields, ICommand<Saved>
{
    [BindNever]
    public LinkedKind Kind { get; set; }

    [BindNever]
    public Guid TargetId { get; set; }

    public List<LinkRow> Links { get; set; } = [];

    public LinkFormPage Choices() => (LinkFormPage)RequiredPage();

    public override IReadOnlyList<Difference> CompareWith(FormFields stored) =>
        stored is LinkRecommendations theirs ? Difference.Among(("Answers", Words(theirs), Words(this))) : [];

    private string Words(LinkRecommendations fields) => string.Join('\n', fields.Links.Where(l => l.Chosen)
        .Select(l => string.Join(" · ", new[] { Choices().Recommendations.GetValueOrDefault(l.RecommendationId), l.Basis.ToString(), l.Why }.Where(w => w is not null))));
}

internal sealed class LinkRecommendationsValidator : AbstractValidator<LinkRecommendations>
{
    public LinkRecommendationsValidator()
    {
        RuleFor(c => c.Links).Must(rows => rows.Count <= 500).WithMessage("Choose 500 links or fewer");
        RuleForEach(c => c.Links).ChildRules(row => row.RuleFor(r => r.Why).MaxLength(RecommendationLink.WhyMaxLength));
    }
}

internal sealed class LinkRecommendationsHandler(PortalDbContext database) : IRequestHandler<LinkRecommendations, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(LinkRecommendations command, CancellationToken cancellationToken)
    {
        var target = await LinkTargets.FindAsync(database, command.Kind, command.TargetId, cancellationToken);
        if (target is null)
        {
            return new Missing();
        }

        var stored = await database.RecommendationLinks.Where(LinkTargets.Of(command.Kind, command.TargetId)).ToListAsync(cancellationToken);
        var ids = await database.Recommendations.Select(r => r.Id).ToListAsync(cancellationToken);
        if (command.Links.FindIndex(l => l.Chosen && !ids.Contains(l.RecommendationId)) is var unknown and >= 0)
        {
            return Failure.Field($"Links[{unknown}].Chosen", "Choose from the list");
        }

        foreach (var row in command.Links.DistinctBy(l => l.RecommendationId))
        {
            Write(stored.Find(l => l.RecommendationId == row.RecommendationId), row, command);
        }

        if (database.Check(target, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved(LinkTargets.Address(target), "Links saved");
    }

    private void Write(RecommendationLink? link, LinkRow row, LinkRecommendations command)
    {
        if (!row.Chosen)
        {
            if (link is not null)
            {
                database.Remove(link);
            }

            return;
        }

        if (link is null)
        {
            link = new RecommendationLink { RecommendationId = row.RecommendationId };
            LinkTargets.Point(link, command.Kind, command.TargetId);
            database.Add(link);
        }

        link.Basis = row.Basis;
        link.Why = row.Why;
    }
}

/// <summary>What can be linked to a recommendation.</summary>
internal static class LinkTargets
{
    public static async Task<TenantEntity?> FindAsync(PortalDbContext database, LinkedKind kind, Guid id, CancellationToken cancellationToken) => kind switch
    {
        LinkedKind.Aim => await database.StretchAims.SingleOrDefaultAsync(a => a.Id == id, cancellationToken),
        LinkedKind.Driver => await database.KeyDrivers.SingleOrDefaultAsync(d => d.Id == id, cancellationToken),
        LinkedKind.Project => await database.Projects.SingleOrDefaultAsync(p => p.Id == id, cancellationToken),
        _ => await database.Measures.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
    };

    public static Expression<Func<RecommendationLink, bool>> Of(LinkedKind kind, Guid id) => kind switch
    {
        LinkedKind.Aim => l => l.AimId == id,
        LinkedKind.Driver => l => l.DriverId == id,
        LinkedKind.Project => l => l.ProjectId == id,
        _ => l => l.MeasureId == id,
    };

    public static void Point(RecommendationLink link, LinkedKind kind, Guid id)
    {
        link.AimId = kind == LinkedKind.Aim ? id : null;
        link.DriverId = kind == LinkedKind.Driver ? id : null;
        link.ProjectId = kind == LinkedKind.Project ? id : null;
        link.MeasureId = kind == LinkedKind.Measure ? id : null;
    }

    public static string Name(TenantEntity target) => target switch
    {
        StretchAim aim => $"{aim.Number}. {aim.Statement}",
        KeyDriver driver => driver.Text,
        ImprovementProject project => $"{project.Number} {project.Title}",
        Measure measure => measure.Title,
        _ => "",
    };

    public static string Address(TenantEntity target) => target switch
    {
        ImprovementProject => $"~/projects/{target.Id}",
        Measure => $"~/measures/{target.Id}",
        KeyDriver driver => $"~/plans/{driver.PlanId}/tree#driver-{driver.Id}",
        _ => $"~/aims/{target.Id}",
    };
}
