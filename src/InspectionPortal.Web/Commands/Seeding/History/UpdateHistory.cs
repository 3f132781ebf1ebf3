using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Features.Updates;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>One update: written and submitted, perhaps sent back and submitted again, commented on and accepted.</summary>
internal sealed class UpdateHistory(string plan, string period, ProjectUpdatesSeed project, UpdateSeed update)
{
    private const string Lead = "lead";
    private const string ChiefOfficer = "chief";
    private const string Draft = "draft";

    public async Task WriteAsync(HistoryStage stage)
    {
        var form = await FormAsync(stage);
        if (update.SentBack is null)
        {
            await stage.SendAsync(project.By, form);
            return;
        }

        // What came first was too short; the lead says so, and the contributor writes again.
        var whole = form.Entries[0].Text!;
        form.Entries[0].Text = $"{whole.Split(". ")[0].TrimEnd('.')}.";
        await stage.SendAsync(project.By, form);
        var sent = await StoredAsync(stage);
        await stage.SendAsync(Lead, new SendBackUpdate { UpdateId = sent.Id, Version = sent.Version, Comment = update.SentBack });
        if (update.State == "sent-back")
        {
            return;
        }

        form.Entries[0].Text = whole;
        form.Version = (await StoredAsync(stage)).Version;
        await stage.SendAsync(project.By, form);
    }

    public async Task ReviewAsync(HistoryStage stage)
    {
        var stored = await StoredAsync(stage);
        if (update.Comment is { } comment)
        {
            await stage.SendAsync(ChiefOfficer, new AddUpdateComment { UpdateId = stored.Id, CommentText = comment });
        }

        if (update.State == "accepted")
        {
            await stage.SendAsync(Lead, new AcceptUpdate
            {
                UpdateId = stored.Id,
                Version = stored.Version,
                Rag = update.Accepted,
                RagChangedReason = update.Why,
                Evidenced = update.Evidenced,
            });
        }
    }

    private async Task<WriteUpdate> FormAsync(HistoryStage stage)
    {
        var planId = await stage.Find.PlanAsync(plan);
        var projectId = await stage.Find.ProjectAsync(planId, project.Project);
        var known = (await stage.Database.Projects.AsNoTracking().SingleAsync(p => p.Id == projectId)).Forecast.Text;
        var form = new WriteUpdate
        {
            ProjectId = projectId,
            PeriodId = (await stage.Find.PeriodAsync(planId, period)).Id,
            Intent = update.State == Draft ? UpdateIntent.SaveDraft : UpdateIntent.Submit,
            NoChange = update.Text is null,
            Rag = update.Rating ?? Rating.NotRated.Code,
            NotRatedReason = update.NotRated,
            Status = SeedText.Choice<ProjectStatus>(update.Status),
            StatusReason = update.StatusReason,
            Forecast = update.Forecast ?? (known.Length == 0 ? null : known),
            SlipReason = update.Slip,
            HelpNeeded = update.Help,
        };
        foreach (var (agency, text) in new[] { (project.Agency, update.Text), (update.With, update.WithText) })
        {
            if (text is not null)
            {
                form.Entries.Add(new UpdateEntryInput { AgencyId = await stage.Find.AgencyAsync(agency!), Text = text.Trim() });
            }
        }

        return form;
    }

    private async Task<ProgressUpdate> StoredAsync(HistoryStage stage)
    {
        var planId = await stage.Find.PlanAsync(plan);
        var projectId = await stage.Find.ProjectAsync(planId, project.Project);
        var periodId = (await stage.Find.PeriodAsync(planId, period)).Id;
        return await stage.Database.ProgressUpdates.AsNoTracking().SingleAsync(u => u.ProjectId == projectId && u.PeriodId == periodId);
    }
}
