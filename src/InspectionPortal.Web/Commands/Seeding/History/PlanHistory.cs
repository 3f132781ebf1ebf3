using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A plan is written, item by item; what comes from an earlier plan is carried over first.</summary>
/// <param name="life">When.</param>
/// <param name="seed">The plan.</param>
/// <param name="responsibilities">Names of the responsibilities by key.</param>
/// <param name="inspections">Titles of the inspections by key.</param>
internal sealed class PlanHistory(
    PlanLifeSeed life, PlanSeed seed, IReadOnlyDictionary<string, string> responsibilities, IReadOnlyDictionary<string, string> inspections)
{
    private const string Lead = "lead";

    private DateOnly Written => SeedText.Date(life.WrittenOn);

    public IEnumerable<HistoryEvent> Events() =>
    [
        .. CarriedOver(),
        new HistoryEvent(HistoryDays.At(Written, 10), StartAsync),
        .. seed.Aims.Select((aim, i) => new HistoryEvent(HistoryDays.At(Written.AddDays(1 + i), 10), stage => AddAimAsync(stage, aim))),
        .. life.Outcomes.Select((o, i) => new HistoryEvent(HistoryDays.At(o.On, 15, i), stage => JudgeAsync(stage, o))),
        .. life.Tests.Select((t, i) => new HistoryEvent(HistoryDays.At(t.On, 12, i), stage => TestAsync(stage, t))),
    ];

    private IEnumerable<HistoryEvent> CarriedOver()
    {
        if (life.CarryOver is { } carried)
        {
            yield return new HistoryEvent(HistoryDays.At(carried.On, 11), stage => CarryOverAsync(stage, carried));
        }
    }

    private async Task CarryOverAsync(HistoryStage stage, CarryOverSeed carried)
    {
        var from = await stage.Find.PlanAsync(carried.From);
        var projects = new List<Guid>();
        foreach (var number in carried.Projects)
        {
            projects.Add(await stage.Find.ProjectAsync(from, number));
        }

        await stage.SendAsync(Lead, new CarryOverProjects { PlanId = from, Title = seed.Title.Trim(), ProjectIds = projects });
    }

    private async Task StartAsync(HistoryStage stage)
    {
        if (life.CarryOver is null)
        {
            await stage.SendAsync(Lead, await FillAsync(stage, new StartPlan()));
            return;
        }

        var id = await stage.Find.PlanAsync(seed.Title.Trim());
        var version = await stage.Database.Plans.Where(p => p.Id == id).Select(p => p.Version).SingleAsync();
        await stage.SendAsync(Lead, await FillAsync(stage, new EditPlan { Id = id, Version = version }));
    }

    private async Task<T> FillAsync<T>(HistoryStage stage, T form)
        where T : PlanFields
    {
        form.Title = seed.Title.Trim();
        form.PeriodText = seed.PeriodText;
        form.PeriodFrom = seed.PeriodFrom;
        form.PeriodTo = seed.PeriodTo;
        form.OwnerGroup = seed.OwnerGroup;
        form.Sections = [.. seed.Sections.Select(s => new PlanSectionRow { Heading = s.Heading, Body = s.Body.Trim() })];
        form.ExternalPlans = [.. seed.ExternalPlans.Select(e => new ExternalPlanRow { Title = e.Title, Note = e.Note?.Trim() })];
        foreach (var key in seed.Answers)
        {
            form.InspectionIds.Add(await stage.Find.InspectionAsync(inspections[key].Trim()));
        }

        return form;
    }

    private async Task AddAimAsync(HistoryStage stage, AimSeed row)
    {
        var plan = await stage.Find.PlanAsync(seed.Title.Trim());
        if (!await stage.Database.StretchAims.AnyAsync(a => a.PlanId == plan && a.Number == row.Number))
        {
            await stage.SendAsync(Lead, new AddAim
            {
                PlanId = plan,
                Number = row.Number,
                Statement = row.Statement.Trim(),
                Vision = row.Vision?.Trim(),
                KeyOutcomes = string.Join('\n', row.KeyOutcomes.Select(SeedText.Trim)),
                ByDateText = row.ByDateText,
                Population = row.Population,
                Threshold = row.Threshold,
            });
        }

        var aim = await stage.Find.AimAsync(plan, row.Number);
        await LinkAsync(stage, LinkedKind.Aim, aim, row.Recommendations);
        foreach (var driver in row.Drivers)
        {
            var text = driver.Text.Trim();
            if (!await stage.Database.KeyDrivers.AnyAsync(d => d.PlanId == plan && d.Text == text))
            {
                await stage.SendAsync(Lead, new AddDriver { PlanId = plan, AimId = aim, Text = text });
            }

            var under = new PlanPlace(PlanPlaceKind.Driver, await stage.Find.DriverAsync(plan, text));
            foreach (var project in driver.Projects)
            {
                await AddProjectAsync(stage, plan, under, project);
            }
        }
    }

    private async Task AddProjectAsync(HistoryStage stage, Guid plan, PlanPlace under, ProjectSeed row)
    {
        if (await stage.Database.Projects.AsNoTracking()
            .SingleOrDefaultAsync(p => p.PlanId == plan && p.Number == row.Number) is { } carried)
        {
            await RedateAsync(stage, carried, row);
        }
        else
        {
            await stage.SendAsync(Lead, await ProjectAsync(stage, plan, under, row));
        }

        var id = await stage.Find.ProjectAsync(plan, row.Number);
        foreach (var action in row.SubActions)
        {
            await stage.SendAsync(Lead, new AddSubAction
            {
                ProjectId = id,
                Text = action.Text.Trim(),
                Category = SeedText.Choice<SubActionCategory>(action.Category),
                OwnerIds = await ResponsibilitiesAsync(stage, action.Owners),
                Deadline = action.Deadline,
                Status = SeedText.Choice<ProjectStatus>(action.Status),
            });
        }

        await LinkAsync(stage, LinkedKind.Project, id, row.Recommendations);
    }

    private async Task<AddProject> ProjectAsync(HistoryStage stage, Guid plan, PlanPlace under, ProjectSeed row)
    {
        var leads = new List<ProjectLeadRow>();
        foreach (var lead in row.Leads)
        {
            leads.Add(new ProjectLeadRow
            {
                ResponsibilityId = (await ResponsibilitiesAsync(stage, [lead.Responsibility]))[0],
                Kind = SeedText.Choice<LeadKind>(lead.Kind),
            });
        }

        return new AddProject
        {
            PlanId = plan,
            Under = under.ToString(),
            Number = row.Number,
            Title = row.Title.Trim(),
            AimText = row.AimText?.Trim(),
            Difference = row.Difference?.Trim(),
            Success = row.Success?.Trim(),
            Impact = row.Impact?.Trim(),
            Deadline = row.Deadline,
            IsChangeIdea = row.ChangeIdea,
            Leads = leads,
        };
    }

    /// <summary>What is carried over comes with its old deadline.</summary>
    private async Task RedateAsync(HistoryStage stage, ImprovementProject carried, ProjectSeed row) => await stage.SendAsync(
        Lead,
        new EditProjectDeadline
        {
            Id = carried.Id,
            Version = ProjectSections.VersionOf(carried, ProjectSections.Deadline),
            Deadline = row.Deadline,
            SlipReason = life.CarryOver?.SlipReason,
        });

    private static async Task LinkAsync(HistoryStage stage, LinkedKind kind, Guid id, List<LinkSeed> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var links = new List<LinkRow>();
        foreach (var row in rows)
        {
            links.Add(new LinkRow
            {
                RecommendationId = await stage.Find.RecommendationAsync(row.Number),
                Chosen = true,
                Basis = SeedText.Choice<LinkBasis>(row.Basis),
                Why = row.Why,
            });
        }

        await stage.SendAsync(Lead, new LinkRecommendations
        {
            Kind = kind,
            TargetId = id,
            Version = kind == LinkedKind.Aim
                ? await stage.Database.StretchAims.Where(a => a.Id == id).Select(a => a.Version).SingleAsync()
                : await stage.Database.Projects.Where(p => p.Id == id).Select(p => p.Version).SingleAsync(),
            Links = links,
        });
    }

    private async Task JudgeAsync(HistoryStage stage, OutcomeSeed outcome)
    {
        var id = await stage.Find.ProjectAsync(await stage.Find.PlanAsync(seed.Title.Trim()), outcome.Project);
        var before = await stage.Database.Projects.AsNoTracking().Include(p => p.Leads).SingleAsync(p => p.Id == id);
        await stage.SendAsync(Lead, new EditProjectStatus
        {
            Id = id,
            Version = ProjectSections.VersionOf(before, ProjectSections.Status),
            Status = SeedText.Choice<ProjectStatus>(outcome.Status),
            StatusReason = outcome.StatusReason,
        });
        if (outcome.Rating is { } rating)
        {
            await stage.SendAsync(Lead, new EditProjectRating
            {
                Id = id,
                Version = ProjectSections.VersionOf(before, ProjectSections.Rating),
                Rag = rating,
                RagReason = outcome.Why,
            });
        }
    }

    private async Task TestAsync(HistoryStage stage, TestOfChangeSeed test) => await stage.SendAsync(test.By, new AddTestOfChange
    {
        ProjectId = await stage.Find.ProjectAsync(await stage.Find.PlanAsync(seed.Title.Trim()), test.Project),
        MeasureId = test.Measure is { } measure ? await stage.Find.MeasureAsync(measure) : null,
        Title = test.Title,
        Question = test.Question,
        Prediction = test.Prediction,
        Plan = test.Plan,
        From = test.From,
        Until = test.Until,
        Done = test.Done,
        Learnt = test.Learnt,
        Decision = test.Decision is { } decision ? SeedText.Choice<TestDecision>(decision) : null,
    });

    private async Task<List<Guid>> ResponsibilitiesAsync(HistoryStage stage, IEnumerable<string> keys)
    {
        var found = new List<Guid>();
        foreach (var key in keys)
        {
            found.Add(await stage.Find.ResponsibilityAsync(
                responsibilities.GetValueOrDefault(key) ?? throw new SeedException($"There is no responsibility '{key}'.")));
        }

        return found;
    }
}
