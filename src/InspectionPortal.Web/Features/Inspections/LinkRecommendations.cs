using System.Linq.Expressions;
using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Says which recommendations an aim, a driver, a project or a measure answers.</summary>
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

/// <summary>One recommendation, ticked or not.</summary>
public sealed class LinkRow
{
    public Guid RecommendationId { get; set; }
    public bool Chosen { get; set; }
    public LinkBasis Basis { get; set; }
    public string? Why { get; set; }
}

public enum LinkedKind
{
    Aim,
    Driver,
    Project,
    Measure,
}

public sealed class LinkFormPage : FormPage
{
    /// <summary>All recommendations in the order of the rows, in words, by id.</summary>
    public required IReadOnlyDictionary<Guid, string> Recommendations { get; init; }

    public IReadOnlyList<SelectListItem> Bases { get; } =
    [
        new("Stated: the source says so", nameof(LinkBasis.Stated)),
        new("Inferred: we read it so", nameof(LinkBasis.Inferred)),
    ];
}

internal sealed class LinkRecommendationsValidator : AbstractValidator<LinkRecommendations>
{
    public LinkRecommendationsValidator()
    {
        RuleFor(c => c.Links).Must(rows => rows.Count <= 500).WithMessage("Keep to 500 links");
        RuleForEach(c => c.Links).ChildRules(row => row.RuleFor(r => r.Why).Fits(RecommendationLink.WhyMaxLength));
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
            return Failure.Field($"Links[{unknown}].Chosen", "Choose from the recommendations shown");
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
        return new Saved(LinkTargets.Address(command.Kind, command.TargetId), "The links are saved.");
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

/// <summary>The form that links one thing to recommendations.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetLinkForm(LinkedKind Kind, Guid TargetId) : IQuery<LinkRecommendations>;

internal sealed class GetLinkFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetLinkForm, LinkRecommendations?>
{
    public async Task<LinkRecommendations?> Handle(GetLinkForm query, CancellationToken cancellationToken)
    {
        var target = await LinkTargets.FindAsync(database, query.Kind, query.TargetId, cancellationToken);
        if (target is null)
        {
            return null;
        }

        var words = current.RequiredTenant.Partnership.Vocabulary;
        var stored = await database.RecommendationLinks.AsNoTracking().Where(LinkTargets.Of(query.Kind, query.TargetId)).ToListAsync(cancellationToken);
        var all = await database.Recommendations.AsNoTracking()
            .OrderBy(r => r.InspectionId == null).ThenByDescending(r => r.Inspection!.Published).ThenBy(r => r.InspectionId).ThenBy(r => r.Position)
            .Select(r => new { r.Id, r.Number, r.Text, Own = r.InspectionId == null }).ToListAsync(cancellationToken);
        var address = LinkTargets.Address(query.Kind, query.TargetId);
        var name = LinkTargets.Name(target);
        var measure = query.Kind == LinkedKind.Measure;
        return new LinkRecommendations
        {
            Kind = query.Kind,
            TargetId = query.TargetId,
            Version = target.Version,
            Links =
            [
                .. all.Select(r => stored.Find(l => l.RecommendationId == r.Id) is { } link
                    ? new LinkRow { RecommendationId = r.Id, Chosen = true, Basis = link.Basis, Why = link.Why }
                    : new LinkRow { RecommendationId = r.Id, Basis = LinkBasis.Inferred }),
            ],
            Page = new LinkFormPage
            {
                Title = $"Which {FormWords.Many(words.RecommendationWord)} does it answer?",
                Caption = FormWords.Clip(name, 160),
                Button = "Save the links",
                Place = measure ? "measures" : "plan",
                Back = address,
                Crumbs = [measure ? new Crumb("Measures", "~/measures") : new Crumb("Plan", "~/plan"), .. Own(query.Kind, name, address)],
                Recommendations = all.ToDictionary(r => r.Id, r => $"{(r.Own ? "Own priority " : "")}{r.Number}. {r.Text}"),
            },
        };
    }

    private static IEnumerable<Crumb> Own(LinkedKind kind, string name, string address) =>
        kind is LinkedKind.Project or LinkedKind.Measure ? [new Crumb(FormWords.Clip(name), address)] : [];
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
        Plans.StretchAim aim => $"{aim.Number}. {aim.Statement}",
        Plans.KeyDriver driver => driver.Text,
        Projects.ImprovementProject project => $"{project.Number} {project.Title}",
        Measures.Measure measure => measure.Title,
        _ => "",
    };

    public static string Address(LinkedKind kind, Guid id) => kind switch
    {
        LinkedKind.Project => $"~/projects/{id}",
        LinkedKind.Measure => $"~/measures/{id}",
        _ => "~/plan",
    };
}
