using System.Text.RegularExpressions;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>Compares a plan with what the reader of files makes of it, as lines: "project 1.2 title: …".</summary>
internal static partial class RoundTrip
{
    /// <summary>What the portal knows of a partnership before it reads a file.</summary>
    public static async Task<ImportHints> HintsAsync(PortalDbContext database, Partnership partnership)
    {
        var responsibilities = await database.Set<LeadResponsibility>().AsNoTracking().ToListAsync();
        var agencies = await database.Set<Agency>().AsNoTracking().ToListAsync();
        return new ImportHints
        {
            Responsibilities = [.. responsibilities.SelectMany(r => r.AlsoWritten.Prepend(r.Name))],
            Agencies = [.. agencies.SelectMany(a => new[] { a.Name, a.Code })],
            Layout = partnership.Layout,
            Vocabulary = partnership.Vocabulary,
        };
    }

    /// <summary>The plan as it stands in the portal.</summary>
    public static async Task<List<string>> StoredAsync(PortalDbContext database)
    {
        var aims = await database.StretchAims.AsNoTracking().AsSplitQuery().OrderBy(a => a.Position).Include(a => a.Drivers)
            .Include(a => a.Projects).ThenInclude(p => p.Leads).ThenInclude(l => l.LeadResponsibility)
            .Include(a => a.Projects).ThenInclude(p => p.SubActions).ThenInclude(s => s.Owners).ThenInclude(o => o.LeadResponsibility)
            .Include(a => a.Projects).ThenInclude(p => p.CategoryNotes).Include(a => a.Projects).ThenInclude(p => p.Measures)
            .Include(a => a.Projects).ThenInclude(p => p.Entries).ThenInclude(e => e.Agency).Include(a => a.Projects).ThenInclude(p => p.Entries).ThenInclude(e => e.Update!.Period).ToListAsync();
        var links = await database.RecommendationLinks.AsNoTracking().Select(l => new { Of = l.ProjectId ?? l.DriverId ?? l.AimId, l.Recommendation!.Number }).ToListAsync();
        var answers = links.Where(l => l.Of is not null).ToLookup(l => l.Of!.Value, l => l.Number);
        var told = new List<string>();
        foreach (var aim in aims)
        {
            told.Add($"aim {aim.Number}: {Normal(aim.Statement)}");
            told.Add($"aim {aim.Number} vision: {Normal(aim.Vision)}");
            told.AddRange(aim.KeyOutcomes.Select(o => $"aim {aim.Number} outcome: {Normal(o)}"));
            told.AddRange(aim.Drivers.Select(d => $"aim {aim.Number} driver: {PathOf(aim, d)}"));
            told.AddRange(aim.Projects.SelectMany(p => Tell(aim, p).Concat(Standing(p, [.. answers[p.Id], .. answers[p.DriverId ?? Guid.Empty], .. answers[aim.Id]]))));
        }

        return told;
    }

    /// <summary>Every spelling of a responsibility and of an agency, with the name it is known by.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(PortalDbContext database)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var responsibility in await database.Set<LeadResponsibility>().AsNoTracking().ToListAsync())
        {
            foreach (var name in responsibility.AlsoWritten.Prepend(responsibility.Name))
            {
                names.TryAdd(Normal(name), Normal(responsibility.Name));
            }
        }

        return names;
    }

    /// <summary>The plan as it was read, names as the portal knows them.</summary>
    public static List<string> Read(ImportResult result, Dictionary<string, string>? names = null)
    {
        names ??= [];
        var told = new List<string>();
        foreach (var aim in result.Plan.Aims)
        {
            told.Add($"aim {aim.Number}: {Normal(aim.Title)}");
            told.Add($"aim {aim.Number} vision: {Normal(aim.Vision)}");
            told.AddRange(aim.Outcomes.Select(o => $"aim {aim.Number} outcome: {Normal(o)}"));
            told.AddRange(aim.Projects.SelectMany(p => Tell(p, "", names).Concat(Standing(p))));
            told.AddRange(aim.Drivers.SelectMany(d => Tell(aim, d, "", names)));
        }

        return told;
    }

    /// <summary>"other" → what was read and stands nowhere; and what stands and was not read; by kinds, such as "leads".</summary>
    public static List<string> Differences(List<string> stored, List<string> read)
    {
        List<string> Left(List<string> of, List<string> without)
        {
            var rest = without.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
            return [.. of.Where(o => { var n = rest.GetValueOrDefault(o); rest[o] = n - 1; return n <= 0; })];
        }

        return [.. Left(stored, read).Select(s => $"- {s}"), .. Left(read, stored).Select(r => $"+ {r}")];
    }

    /// <summary>White space and the marks of lists are not what a plan says.</summary>
    public static string Normal(string? text) => Space().Replace(string.Join(" / ", (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => Mark().Replace(l.Trim(), "- ")).Where(l => l.Length > 0)), " ");

    private static IEnumerable<string> Tell(StretchAim aim, ImprovementProject project)
    {
        var at = $"project {project.Number}";
        var driver = aim.Drivers.Find(d => d.Id == project.DriverId);
        yield return $"{at} title: {Normal(project.Title)}";
        yield return $"{at} under: {(driver is null ? "" : PathOf(aim, driver))}";
        var own = project.AimText is { } words && Plain(words) != Plain(project.Title) ? words : null;
        yield return $"{at} words: {Normal(own)}";
        foreach (var field in ProjectFields.OwnColumns)
        {
            yield return $"{at} {field.Column.ToString()!.ToLowerInvariant()}: {Normal(field.Get(project))}";
        }

        yield return $"{at} deadline: {Normal(project.Deadline.Text)} ({project.Deadline.Kind}, {project.Deadline.Due})";
        yield return $"{at} rating: {project.Rag}";
        var leads = project.Leads.OrderBy(l => l.Position).Select(l => new LeadName(l.Id, l.LeadResponsibility!.Name, l.Kind));
        yield return $"{at} leads text: {Normal(project.LeadsText ?? LeadName.Join(leads))}";
        foreach (var lead in project.Leads)
        {
            yield return $"{at} lead: {lead.Kind} {Normal(lead.LeadResponsibility!.Name)}";
        }

        foreach (var measure in project.Measures.Where(m => !m.IsIllustrative))
        {
            yield return $"{at} measure: {Normal(measure.Title)}";
        }

        foreach (var step in project.SubActions)
        {
            yield return $"{at} step: {step.Category}: {Normal(step.Text)} by {Normal(step.Deadline.Text)} ({step.Deadline.Kind}, {step.Deadline.Due})";
            foreach (var owner in step.Owners)
            {
                yield return $"{at} owner: {Normal(owner.LeadResponsibility!.Name)} of {Normal(step.Text)}";
            }
        }

        foreach (var note in project.CategoryNotes)
        {
            yield return $"{at} note: {note.Category}: {Normal(note.Text)}";
        }
    }

    private static IEnumerable<string> Tell(ImportedAim aim, ImportedDriver driver, string above, Dictionary<string, string> names)
    {
        var path = $"{above}/{Normal(driver.Title)}";
        yield return $"aim {aim.Number} driver: {path}";
        foreach (var told in driver.Projects.SelectMany(p => Tell(p, path, names).Concat(Standing(p))).Concat(driver.Drivers.SelectMany(d => Tell(aim, d, path, names))))
        {
            yield return told;
        }
    }

    private static IEnumerable<string> Tell(ImportedProject project, string under, Dictionary<string, string> names)
    {
        var at = $"project {project.Number}";
        yield return $"{at} title: {Normal(project.Title)}";
        yield return $"{at} under: {under}";
        yield return $"{at} words: {Normal(project.Own?.OwnWords)}";
        foreach (var field in ProjectFields.OwnColumns)
        {
            yield return $"{at} {field.Column.ToString()!.ToLowerInvariant()}: {Normal(project.TextOf(field))}";
        }

        yield return $"{at} deadline: {Normal(project.Deadline.Text)} ({project.Deadline.Kind}, {project.Deadline.Due})";
        yield return $"{at} rating: {project.Rag?.ToLowerInvariant().Replace(' ', '-')}";
        yield return $"{at} leads text: {Normal(project.LeadsText ?? "")}";
        foreach (var lead in project.Leads)
        {
            yield return $"{at} lead: {lead.Kind switch { ImportedLead.With => LeadKind.With, ImportedLead.InConsultationWith => LeadKind.InConsultationWith, _ => LeadKind.Lead }} {names.GetValueOrDefault(Normal(lead.Name), Normal(lead.Name))}";
        }

        foreach (var measure in project.Measures)
        {
            yield return $"{at} measure: {Normal(measure.Title)}";
        }

        foreach (var step in project.SubActions)
        {
            yield return $"{at} step: {Category(step.Category)}: {Normal(step.Text)} by {Normal(step.Deadline.Text)} ({step.Deadline.Kind}, {step.Deadline.Due})";
            foreach (var owner in step.Owners)
            {
                yield return $"{at} owner: {names.GetValueOrDefault(Normal(owner), Normal(owner))} of {Normal(step.Text)}";
            }
        }

        foreach (var note in project.CategoryNotes ?? [])
        {
            yield return $"{at} note: {Category(note.Category)}: {Normal(note.Text)}";
        }
    }

    /// <summary>How a project stands: status, reason, forecast, reference, what it answers, what was said.</summary>
    private static IEnumerable<string> Standing(ImprovementProject project, IReadOnlyList<string> answers)
    {
        var at = $"project {project.Number}";
        yield return $"{at} status: {StatusLabel.Of(project.NoActionNeededReason is null ? project.Status.ToString() : "NoActionNeeded")}";
        yield return $"{at} reason: {Normal(project.NoActionNeededReason ?? project.StatusReason)}";
        yield return $"{at} forecast: {Normal(project.Forecast.Text)}";
        yield return $"{at} reference: {Normal(project.ExternalReference)}";
        foreach (var number in answers.Distinct(StringComparer.Ordinal))
        {
            yield return $"{at} answers: {number}";
        }

        foreach (var entry in project.Entries.Where(e => e.Update is null or { State: UpdateState.Accepted }))
        {
            var when = string.Join(" · ", new[] { entry.DateText ?? entry.Update?.Period?.Title, entry.Agency?.Code }.Where(t => !string.IsNullOrEmpty(t)));
            foreach (var line in Said($"{(when.Length > 0 ? $"{when}: " : "")}{entry.Text}"))
            {
                yield return $"{at} progress: {line}";
            }
        }
    }

    /// <summary>The same as it was read.</summary>
    private static IEnumerable<string> Standing(ImportedProject project)
    {
        var at = $"project {project.Number}";
        yield return $"{at} status: {project.Status}";
        yield return $"{at} reason: {Normal(project.Own?.Reason)}";
        yield return $"{at} forecast: {Normal(project.Own?.Forecast)}";
        yield return $"{at} reference: {Normal(project.Own?.Reference)}";
        foreach (var number in project.Recommendations)
        {
            yield return $"{at} answers: {number}";
        }

        foreach (var line in Said(project.Progress))
        {
            yield return $"{at} progress: {line}";
        }
    }

    private static IEnumerable<string> Said(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => Mark().Replace(l.Trim(), "")).Select(Normal).Where(l => l.Length > 0);

    private static SubActionCategory Category(string wire) => Enum.Parse<SubActionCategory>(wire.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static string PathOf(StretchAim aim, KeyDriver driver) =>
        (aim.Drivers.Find(d => d.Id == driver.ParentId) is { } parent ? PathOf(aim, parent) : "") + $"/{Normal(driver.Text)}";

    private static string Plain(string text) => Space().Replace(text, " ").Trim().TrimEnd('.').ToUpperInvariant();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@"^(?:[-–—•*])\s+", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
