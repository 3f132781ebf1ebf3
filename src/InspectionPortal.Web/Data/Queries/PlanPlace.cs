using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>An aim, a driver or a project as one choice of a form: "driver:0197…"; or anything else that has a place in an order.</summary>
public sealed record PlanPlace(PlanPlaceKind Kind, Guid Id)
{
    private const string StraightUnder = "Directly under";
    private const int NameLength = 90;

    /// <summary>What a form sends.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Id}";

    /// <summary>Reads what a form sent; null for anything else.</summary>
    public static PlanPlace? Parse(string? text) =>
        text?.Split(':') is [var kind, var id] && Enum.TryParse<PlanPlaceKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
        && !char.IsAsciiDigit(kind[0]) && Guid.TryParse(id, out var guid)
            ? new PlanPlace(known, guid)
            : null;

    /// <summary>The places of a project in a plan: each aim itself, then its drivers.</summary>
    public static Task<IReadOnlyList<SelectListItem>> ForProjectsAsync(PortalDbContext database, Guid planId, CancellationToken cancellationToken) =>
        UnderAimsAsync(database.StretchAims.Where(a => a.PlanId == planId), cancellationToken);

    private static async Task<IReadOnlyList<SelectListItem>> UnderAimsAsync(IQueryable<StretchAim> all, CancellationToken cancellationToken)
    {
        var aims = await all.AsNoTracking().OrderByDescending(a => a.PlanId).ThenBy(a => a.Position).Select(a => new
        {
            Plan = a.Plan!.Title,
            a.PlanId,
            a.Id,
            a.Number,
            a.Statement,
            Drivers = a.Drivers.OrderBy(d => d.Position).Select(d => new { d.Id, d.Text }).ToList(),
        }).ToListAsync(cancellationToken);
        var isSeveral = aims.Select(a => a.PlanId).Distinct().Count() > 1;
        return
        [
            .. aims.SelectMany(aim =>
            {
                var group = new SelectListGroup
                {
                    Name = OfPlan(isSeveral ? aim.Plan : null, EnglishText.Cut($"{aim.Number}. {aim.Statement}", NameLength)),
                };
                var straight = new SelectListItem(Straight(aim.Number, aim.Statement), new PlanPlace(PlanPlaceKind.Aim, aim.Id).ToString()) { Group = group };
                return aim.Drivers.Select(d => new SelectListItem(EnglishText.Cut(d.Text, 90), new PlanPlace(PlanPlaceKind.Driver, d.Id).ToString()) { Group = group })
                    .Append(straight);
            }),
        ];
    }

    /// <summary>"Straight under 1. To recognise at all times …": no driver between.</summary>
    public static string Straight(string number, string statement) => EnglishText.Cut($"{StraightUnder} {number}. {statement}", NameLength);

    /// <summary>The places of a measure: those of a project, and the projects.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ForMeasuresAsync(PortalDbContext database, Vocabulary words, CancellationToken cancellationToken)
    {
        var places = await UnderAimsAsync(database.StretchAims, cancellationToken);
        var projects = await database.Projects.AsNoTracking().OrderByDescending(p => p.PlanId).ThenBy(p => p.Aim!.Position).ThenBy(p => p.Position)
            .Select(p => new { p.Id, p.Number, p.Title, p.PlanId, Plan = p.Aim!.Plan!.Title }).ToListAsync(cancellationToken);
        var plans = projects.DistinctBy(p => p.PlanId).ToDictionary(p => p.PlanId, p => p.Plan);
        var groups = plans.ToDictionary(
            p => p.Key,
            p => new SelectListGroup { Name = OfPlan(plans.Count > 1 ? p.Value : null, EnglishText.Plural(words.ImprovementProjectWord)) });
        return
        [
            .. projects.Select(p => new SelectListItem(
                EnglishText.Cut($"{p.Number} {p.Title}", NameLength), new PlanPlace(PlanPlaceKind.Project, p.Id).ToString())
            {
                Group = groups[p.PlanId],
            }),
            .. places.Select(p => new SelectListItem(p.Text.Replace(StraightUnder, EnglishText.Capital(EnglishText.Said(words.StretchAimWord, "aim")), StringComparison.Ordinal), p.Value) { Group = p.Group }),
        ];
    }

    /// <summary>The name of a group, after the plan that it belongs to where there are several.</summary>
    private static string OfPlan(string? plan, string name) => plan is null ? name : $"{EnglishText.Cut(plan, NameLength)}: {name}";
}
