using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// Changes many projects and says what that does to each. The preview runs it and saves nothing; the change runs it and saves, so both
/// say the same. The rules are those of the forms of one project.
/// </summary>
internal sealed class SeveralChanger(PortalDbContext database, CurrentSession current, TimeProvider time)
{
    private const string NoAction = "No action is needed here";

    public async Task<Result<SeveralPreview>> RunAsync(SeveralFields command, CancellationToken cancellationToken)
    {
        var chosen = command.Chosen();
        await database.LockProjectsAsync([.. chosen.Keys], cancellationToken);
        var projects = await database.Projects
            .Include(p => p.Leads).ThenInclude(l => l.LeadResponsibility).Include(p => p.Aim).Include(p => p.Driver)
            .Where(p => p.PlanId == command.PlanId && chosen.Keys.Contains(p.Id))
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        if (projects.Count == 0)
        {
            return Failure.Field(nameof(SeveralFields.Rows), "Tick the rows in the table first");
        }

        var section = SectionOf(command.Kind!.Value);
        if (Stale(projects, chosen, section) is { } stale)
        {
            return stale;
        }

        var (change, wrong) = await PrepareAsync(command, cancellationToken);
        if (change is null)
        {
            return wrong!;
        }

        var rows = new List<SeveralRow>();
        foreach (var project in projects)
        {
            var row = new SeveralRow(project, VersionOf(project, section), change.Say(project)) { Refusal = change.Refusal(project) };
            if (row.Refusal is null && change.Write(project) is { } failure)
            {
                return failure;
            }

            rows.Add(row.Refusal is null ? row with { After = change.After(project) } : row);
        }

        return new SeveralPreview(change.What, rows, database.ChangeTracker.Entries<DeadlineSlip>().Any());
    }

    private static string SectionOf(SeveralKind kind) => kind switch
    {
        SeveralKind.Status => ProjectSections.Status,
        SeveralKind.Deadline => ProjectSections.Deadline,
        SeveralKind.Lead => ProjectSections.Leads,
        _ => ProjectSections.Place,
    };

    private static uint VersionOf(ImprovementProject project, string section) => ProjectSections.VersionOf(project, section);

    /// <summary>Which rows somebody changed or removed since they were shown; null where nobody did.</summary>
    private static Conflict? Stale(List<ImprovementProject> projects, IReadOnlyDictionary<Guid, uint?> chosen, string section)
    {
        var changed = projects.Where(p => chosen[p.Id] is { } shown && shown != VersionOf(p, section)).Select(p => p.Number).ToList();
        var gone = chosen.Count(c => c.Value is not null && projects.TrueForAll(p => p.Id != c.Key));
        var why = changed.Count > 0
            ? $"someone else has changed {EnglishText.List(changed)} since"
            : $"{EnglishText.Count(gone, "row")} of the list cannot be found in the plan any more";
        return changed.Count + gone == 0 ? null : new Conflict($"Nothing was changed, because {why}. Check the list again.");
    }

    private async Task<(SeveralChange? Change, Failure? Wrong)> PrepareAsync(SeveralFields command, CancellationToken cancellationToken) =>
        command.Kind switch
        {
            SeveralKind.Status => (await StatusAsync(command, cancellationToken), null),
            SeveralKind.Deadline => (Deadline(command), null),
            SeveralKind.Lead => await LeadAsync(command, cancellationToken),
            _ => await PlaceAsync(command, cancellationToken),
        };

    private async Task<SeveralChange> StatusAsync(SeveralFields command, CancellationToken cancellationToken)
    {
        var proven = command.Status == ProjectStatus.DoneAndEvidenced
            ? (await database.ProjectsWithEvidence().ToListAsync(cancellationToken)).ToHashSet()
            : [];
        return new SeveralChange(
            "Status",
            p => p.StatusReason is null ? ProjectLabels.Of(p.Status) : $"{ProjectLabels.Of(p.Status)}: {p.StatusReason}",
            p => p switch
            {
                { NoActionNeededReason: not null } => NoAction,
                _ when p.Status == command.Status && (p.Status != ProjectStatus.Stopped || p.StatusReason == command.StatusReason) =>
                    "It has this status already",
                _ when command.Status == ProjectStatus.DoneAndEvidenced && !proven.Contains(p.Id) => "It has no evidence yet",
                _ => null,
            },
            p =>
            {
                ProjectWriter.WriteStatus(p, command);
                return null;
            });
    }

    private SeveralChange Deadline(SeveralFields command) => new(
        "Deadline",
        p => p.Deadline.Text.Length == 0 ? "None given" : p.Deadline.Text,
        p => p switch
        {
            { NoActionNeededReason: not null } => NoAction,
            _ when p.Deadline.Text == (command.Deadline ?? "") => "It has this deadline already",
            _ => null,
        },
        p =>
        {
            var before = p.Deadline;
            return ProjectWriter.WriteDeadline(p, command.Deadline)
                ?? DeadlineSlips.Record(database, p, before, command.SlipReason, (current.RequiredPerson.UserId, time.GetUtcNow()));
        });

    private async Task<(SeveralChange? Change, Failure? Wrong)> LeadAsync(SeveralFields command, CancellationToken cancellationToken)
    {
        var lead = await database.LeadResponsibilities.SingleOrDefaultAsync(r => r.Id == command.ResponsibilityId, cancellationToken);
        if (lead is null)
        {
            return (null, Failure.Field(nameof(SeveralFields.ResponsibilityId), "Choose from the list"));
        }

        List<LeadName> Next(ImprovementProject p) => command.ReplaceLeads
            ? [new LeadName(lead.Id, lead.Name, LeadKind.Lead)]
            : [.. LeadsOf(p).Where(l => l.ResponsibilityId != lead.Id), new LeadName(lead.Id, lead.Name, LeadKind.Lead)];

        var after = new Dictionary<Guid, string>();
        return (new SeveralChange(
            "Leads",
            p => p.LeadsText ?? (p.Leads.Count == 0 ? "None" : LeadName.Join(LeadsOf(p))),
            p => LeadsOf(p).SequenceEqual(Next(p)) || (!command.ReplaceLeads && p.Leads.Exists(l => l.LeadResponsibilityId == lead.Id))
                ? "It has this lead already"
                : null,
            p =>
            {
                var next = Next(p);
                after[p.Id] = LeadName.Join(next);
                p.LeadsText = command.ReplaceLeads ? null : p.LeadsText;
                ProjectWriter.SetLeads(database, p, [.. next.Select(l => (l.ResponsibilityId, l.Kind))]);
                return null;
            })
        {
            After = p => p.LeadsText is null ? after[p.Id] : $"{p.LeadsText} · {after[p.Id]}",
        }, null);
    }

    private static List<LeadName> LeadsOf(ImprovementProject project) =>
    [
        .. project.Leads.OrderBy(l => l.Position)
            .Select(l => new LeadName(l.LeadResponsibilityId, l.LeadResponsibility!.Name, l.Kind)),
    ];

    private async Task<(SeveralChange? Change, Failure? Wrong)> PlaceAsync(SeveralFields command, CancellationToken cancellationToken)
    {
        if (await ProjectWriter.FindPlaceAsync(database, command.Under, cancellationToken) is not { } place
            || place.PlanId != command.PlanId)
        {
            return (null, Failure.Field(nameof(SeveralFields.Under), "Choose from the list"));
        }

        var aim = await database.StretchAims.Include(a => a.Drivers).SingleAsync(a => a.Id == place.AimId, cancellationToken);
        var driver = aim.Drivers.Find(d => d.Id == place.DriverId);
        return (new SeveralChange(
            "Place in the plan",
            p => Name(p.Aim!.Number, p.Aim.Statement, p.Driver?.Text),
            p => p.AimId == place.AimId && p.DriverId == place.DriverId ? "It is there already" : null,
            p =>
            {
                (p.AimId, p.DriverId) = (place.AimId, place.DriverId);
                return null;
            })
        {
            After = _ => Name(aim.Number, aim.Statement, driver?.Text),
        }, null);
    }

    private static string Name(string number, string statement, string? driver) =>
        EnglishText.Cut(driver is null ? $"{number}. {statement}" : $"{number}: {driver}", 120);
}
