using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Between what the form sends and what is kept.</summary>
public static class UpdateContent
{
    /// <summary>Puts the words of the form into the update. Reasons are kept only where they are asked for.</summary>
    public static void Copy(WriteUpdate command, ProgressUpdate update)
    {
        var kept = Kept.Of(command);
        update.NoChange = command.NoChange;
        update.RagProposed = kept.Rag;
        update.NotRatedReason = kept.NotRatedReason;
        update.Status = kept.Status;
        update.StatusReason = kept.StatusReason;
        update.Forecast = DeadlineParser.Parse(command.Forecast);
        update.SlipReason = command.SlipReason;
        update.HelpNeeded = command.HelpNeeded;
    }

    /// <summary>Changes entries in their places, so that the audit says what changed; answers with the new ones.</summary>
    public static IReadOnlyList<UpdateEntry> CopyEntries(WriteUpdate command, ProgressUpdate update, Guid author, Action<UpdateEntry> remove)
    {
        var before = update.Entries.OrderBy(e => e.Position).ToList();
        var added = new List<UpdateEntry>();
        var said = command.Said;
        for (var i = 0; i < said.Count; i++)
        {
            var words = said[i];
            if (i >= before.Count)
            {
                added.Add(new UpdateEntry
                {
                    ProjectId = update.ProjectId,
                    UpdateId = update.Id,
                    Position = i,
                    AuthorUserId = author,
                    Text = words.Text ?? string.Empty,
                    AgencyId = words.AgencyId,
                    DateText = words.DateText,
                    MeasureId = words.MeasureId,
                });
            }
            else if (!SameEntry(before[i], words))
            {
                (before[i].AgencyId, before[i].Text, before[i].DateText) = (words.AgencyId, words.Text ?? string.Empty, words.DateText);
                (before[i].MeasureId, before[i].AuthorUserId) = (words.MeasureId, author);
            }
        }

        foreach (var gone in before.Skip(said.Count))
        {
            remove(gone);
        }

        return added;
    }

    /// <summary>True where saving the form would change nothing: the form was sent twice.</summary>
    public static bool Same(ProgressUpdate update, WriteUpdate command)
    {
        var kept = Kept.Of(command);
        var (entries, said) = (update.Entries.OrderBy(e => e.Position).ToList(), command.Said);
        var isThere = command.Intent == UpdateIntent.Submit
            ? update.State is UpdateState.Submitted
            : update.State is UpdateState.Draft or UpdateState.SentBack;
        return isThere
            && update.NoChange == command.NoChange && update.RagProposed == kept.Rag && update.NotRatedReason == kept.NotRatedReason
            && update.Status == kept.Status && update.StatusReason == kept.StatusReason
            && update.Forecast.Text == (command.Forecast ?? string.Empty) && update.SlipReason == command.SlipReason
            && update.HelpNeeded == command.HelpNeeded
            && entries.Count == said.Count && entries.Zip(said).All(pair => SameEntry(pair.First, pair.Second))
            && UpdateFigures.Same(update, command);
    }

    /// <summary>True where the form is as it was opened for an item without an update.</summary>
    public static bool IsUntouched(WriteUpdate command, ImprovementProject project) =>
        command.Said.Count == 0 && !command.NoChange && command.Rag is null && command.HelpNeeded is null && command.SlipReason is null
        && command.Status == project.Status && command.StatusReason == project.StatusReason && command.NotRatedReason is null
        && (command.Forecast ?? string.Empty) == project.Forecast.Text && command.Figures.TrueForAll(f => f.Value is null);

    /// <summary>The form as the update fills it.</summary>
    public static WriteUpdate Form(ProgressUpdate update) => new()
    {
        ProjectId = update.ProjectId,
        PeriodId = update.PeriodId,
        Version = update.Version,
        NoChange = update.NoChange,
        Rag = update.RagProposed ?? (update.NotRatedReason is null ? null : Rating.NotRated.Code),
        NotRatedReason = update.NotRatedReason,
        Status = update.Status,
        StatusReason = update.StatusReason,
        Forecast = update.Forecast.Text.Length == 0 ? null : update.Forecast.Text,
        SlipReason = update.SlipReason,
        HelpNeeded = update.HelpNeeded,
    };

    private static bool SameEntry(UpdateEntry entry, UpdateEntryInput words) =>
        entry.AgencyId == words.AgencyId && entry.Text == (words.Text ?? string.Empty) && entry.DateText == words.DateText && entry.MeasureId == words.MeasureId;

    private sealed record Kept(string? Rag, string? NotRatedReason, ProjectStatus Status, string? StatusReason)
    {
        public static Kept Of(WriteUpdate command)
        {
            var rag = command.Rag == Rating.NotRated.Code ? null : command.Rag;
            var status = command.Status ?? ProjectStatus.NotStarted;
            return new Kept(rag, rag is null ? command.NotRatedReason : null, status, status == ProjectStatus.Stopped ? command.StatusReason : null);
        }
    }
}
