using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>Sorts what a plan holds under leads, agencies and recommendations. What has none comes last and says so.</summary>
internal static class PlanGroups
{
    private const int TextLength = 160;

    /// <summary>By who answers for it: projects led or helped, sub-actions owned, measures owned.</summary>
    public static List<PlanGroup> ByLead(PlanContent plan)
    {
        var owned = Owned(plan).ToLookup(o => o.Lead?.ResponsibilityId);
        var named = owned.Where(g => g.Key is { } id && (!plan.Filter.AsksForLead() || plan.Filter.AsksForLead(id)))
            .Select(g => new PlanGroup($"lead-{g.Key}", g.First().Lead!.Name, plan.Filter.With("lead", g.Key.ToString()!, "by-lead"), null, Sorted(g)))
            .OrderBy(g => g.Heading, StringComparer.CurrentCultureIgnoreCase);
        return plan.Filter.AsksForLead() ? [.. named] : [.. named, .. LeftOver("No lead", "These have no lead.", owned[null])];
    }

    /// <summary>By the agency of who answers for it, with the way up to whom the agency reports.</summary>
    public static List<PlanGroup> ByAgency(PlanContent plan)
    {
        var owned = Owned(plan).ToLookup(o => o.Lead is { } lead && plan.AgencyOf.TryGetValue(lead.ResponsibilityId, out var agency) ? agency : (Guid?)null);
        var named = plan.Agencies.Where(a => owned.Contains(a.Id))
            .OrderBy(a => a.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(a => new PlanGroup($"agency-{a.Id}", a.Name, null, Chain(a, plan.Agencies), Sorted(owned[a.Id])));
        return [.. named, .. LeftOver("No agency", "These have no lead, or the lead’s agency is not recorded.", owned[null])];
    }

    /// <summary>By what it answers, through itself, its drivers, its aim or a measure.</summary>
    public static List<PlanGroup> ByRecommendation(PlanContent plan)
    {
        var answered = Answered(plan).ToLookup(a => a.RecommendationId, a => a.Line);
        var asked = plan.Filter.RecommendationIds();
        var named = plan.Recommendations.Where(r => asked.Count == 0 ? plan.Filter.IsEmpty || answered.Contains(r.Id) : asked.Contains(r.Id))
            .Select(r => new PlanGroup(
                $"recommendation-{r.Id}", $"{plan.Vocabulary.RecommendationWord} {r.Number}: {r.Title ?? EnglishText.Cut(r.Text, TextLength)}", $"~/recommendations/{r.Id}",
                r.Kind == RecommendationKind.OwnPriority ? "Own priority, not from an inspection" : null, [.. answered[r.Id]]));
        var none = plan.Recommendations.Count == 0 ? "The plan has none." : $"These are not linked to a {plan.RecommendationWord}.";
        return [.. named, .. LeftOver($"No {plan.RecommendationWord}", none, answered[Guid.Empty].Select(l => new OwnedLine(null, l)))];
    }

    private static IEnumerable<PlanGroup> LeftOver(string heading, string note, IEnumerable<OwnedLine> lines)
    {
        var rows = Sorted(lines);
        return rows.Count == 0 ? [] : [new PlanGroup("none", heading, null, note, rows, IsLeftOver: true)];
    }

    /// <summary>Each thing once, projects before sub-actions before measures, in the plan's order.</summary>
    private static List<PlanGroupRow> Sorted(IEnumerable<OwnedLine> lines) =>
        [.. lines.Select(l => l.Row).DistinctBy(l => (l.Kind, l.Href, l.Title)).OrderBy(l => l.Kind)];

    /// <summary>What each answers for; where only what is late is asked for, only that.</summary>
    private static IEnumerable<OwnedLine> Owned(PlanContent plan) => All(plan).Where(o => !plan.Filter.IsLate || o.Row.IsLate);

    private static IEnumerable<OwnedLine> All(PlanContent plan)
    {
        foreach (var (_, project) in plan.Projects().Where(p => p.Project.IsReal))
        {
            foreach (var lead in project.Leads.DefaultIfEmpty())
            {
                yield return new OwnedLine(lead, Line(project, lead is null ? project.LeadsText : PartOf(lead.Kind)));
            }

            foreach (var step in project.Steps)
            {
                // A sub-action without an owner of its own belongs to who leads the project, and stands there already.
                foreach (var owner in step.Owners)
                {
                    yield return new OwnedLine(owner, Line(project, step));
                }
            }
        }

        foreach (var (measure, place) in Measures(plan).Where(m => m.Measure.LeadId is not null))
        {
            yield return new OwnedLine(new LeadName(measure.LeadId!.Value, measure.Lead!, LeadKind.Lead), Line(measure, place));
        }
    }

    private static IEnumerable<(MeasureItem Measure, string Place)> Measures(PlanContent plan)
    {
        foreach (var aim in plan.Aims)
        {
            var place = $"{plan.AimWord} {aim.Number}";
            foreach (var measure in aim.Measures.Concat(aim.Drivers.SelectMany(MeasuresOf)))
            {
                yield return (measure, $"Measures {place}");
            }

            foreach (var (project, measure) in aim.All.SelectMany(p => p.Measures.Select(m => (p, m))))
            {
                yield return (measure, $"Measures {project.Number} {project.Title}");
            }
        }
    }

    private static IEnumerable<MeasureItem> MeasuresOf(DriverItem driver) => driver.Measures.Concat(driver.Drivers.SelectMany(MeasuresOf));

    private static IEnumerable<(Guid RecommendationId, PlanGroupRow Line)> Answered(PlanContent plan)
    {
        foreach (var aim in plan.Aims)
        {
            var drivers = aim.Drivers.SelectMany(d => Flat(d, [])).ToDictionary(d => d.Driver.Id, d => d.Answers);
            foreach (var project in aim.All.Where(p => p.IsReal))
            {
                var through = project.DriverId is { } id && drivers.TryGetValue(id, out var found) ? found : [];
                var answers = project.Answers.Concat(through).Concat(aim.Answers).GroupBy(a => a.RecommendationId).Select(g => g.OrderBy(a => a.Basis).First()).ToList();
                foreach (var answer in answers)
                {
                    var isInferred = answer.Basis == LinkBasis.Inferred;
                    var isOwn = project.Answers.Any(a => a.RecommendationId == answer.RecommendationId);
                    var part = $"{(isOwn ? "Stated in the plan" : $"Through its {(aim.Answers.Any(a => a.RecommendationId == answer.RecommendationId) ? plan.AimWord : EnglishText.Said(plan.Vocabulary.KeyDriverWord, "driver"))}")}";
                    yield return (answer.RecommendationId, Line(project, isInferred ? $"{(isOwn ? "Link" : part + ", a link")}: our own view" : part) with { IsInferred = isInferred });
                }

                if (answers.Count == 0)
                {
                    yield return (Guid.Empty, Line(project, part: null));
                }
            }
        }
    }

    /// <summary>A driver and those below it, each with what it and those above it answer.</summary>
    private static IEnumerable<(DriverItem Driver, List<AnswerItem> Answers)> Flat(DriverItem driver, List<AnswerItem> above)
    {
        List<AnswerItem> answers = [.. driver.Answers, .. above];
        return driver.Drivers.SelectMany(d => Flat(d, answers)).Prepend((driver, answers));
    }

    private static string? PartOf(LeadKind kind) => kind switch
    {
        LeadKind.With => "Works with the lead",
        LeadKind.InConsultationWith => "Consulted",
        _ => null,
    };

    private static PlanGroupRow Line(ProjectItem project, string? part) => new(
        PlanGroupRowKind.Project, $"~/projects/{project.Id}", project.Number, project.Title, part, LeadName.Join(project.Leads), project.Note, project.Status, project.Rating)
    {
        Project = (project.Late, project.Id),
    };

    private static PlanGroupRow Line(ProjectItem project, StepItem step) => new(
        PlanGroupRowKind.Step, $"~/projects/{project.Id}#steps", project.Number, step.Text, $"For {project.Number} {project.Title}", null, step.Note, step.Status, null);

    private static PlanGroupRow Line(MeasureItem measure, string place) =>
        new(PlanGroupRowKind.Measure, $"~/measures/{measure.Id}", null, measure.Title, place, null, measure.Note, null, null);

    /// <summary>"Chaired by … Reports to A, which reports to B"; a chain that comes back to itself ends there.</summary>
    private static string? Chain(AgencyItem agency, IReadOnlyList<AgencyItem> all)
    {
        var known = all.ToDictionary(a => a.Id);
        var (above, seen) = (new List<string>(), new HashSet<Guid> { agency.Id });
        for (var next = agency.ReportsToId; next is { } id && known.TryGetValue(id, out var found) && seen.Add(id); next = found.ReportsToId)
        {
            above.Add(found.Name);
        }

        var reports = above.Count == 0 ? null : $"Reports to {string.Join(", which reports to ", above)}";
        var chair = agency.Chair is null ? null : $"Chaired by {agency.Chair}";
        return chair is null && reports is null ? null : string.Join(". ", new[] { chair, reports }.Where(t => t is not null));
    }

    private sealed record OwnedLine(LeadName? Lead, PlanGroupRow Row);
}
