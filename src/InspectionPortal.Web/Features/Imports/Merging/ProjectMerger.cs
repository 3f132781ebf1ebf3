using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Lays one row of a file over one project, or makes it.</summary>
internal sealed class ProjectMerger(ExistingPlan state, MergeLog log, ImportIssues issues, ProjectDetailMerger parts, MergeSetting setting)
{
    private readonly HistoryMerger _history = new(state, log, setting);
    private readonly Dictionary<string, int> _nextNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _positions = state.Projects.GroupBy(p => p.AimId).ToDictionary(g => g.Key, g => g.Max(p => p.Position));
    private readonly HashSet<string> _numbers = state.Projects.Select(p => p.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public ProjectDetailMerger Parts => parts;

    /// <summary>Numbers that rows of the file have: none of them is given to another.</summary>
    public HashSet<string> Reserved { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> StepsNotInFile => parts.NotInFile;

    public ImprovementProject Merge(ImportedProject imported, ImprovementProject? stored, StretchAim? aim, KeyDriver? driver, bool mayMove, List<string> told)
    {
        var project = stored ?? Make(imported, aim!, driver);
        if (stored is not null && aim is not null && mayMove)
        {
            Move(stored, aim, driver, told);
            Renumber(imported, stored, aim, told);
        }

        var text = new FieldMerger(log, issues, project, stored is null, imported.Source, told);
        if (stored is not null && ImportMessages.AreStrangers($"{stored.Title} {stored.AimText}", imported.Title))
        {
            issues.Warn(imported.Source, $"In the plan, number {stored.Number} is “{EnglishText.Cut(stored.Title, 120)}”. The row uses this number for different text, which would replace it. If it is different work, give it another number in the file.");
        }

        Title(imported, project, text);
        foreach (var field in ProjectFields.OwnColumns)
        {
            text.Set(field, project, imported.TextOf(field));
        }

        parts.Leads(imported, project, stored is null, text, told);
        DeadlineOf(imported, project, stored is null, text, told);
        Status(imported, project, stored is null, told);
        Rag(imported, project, stored is null, told);
        if (imported.Own is { } own)
        {
            Extras(own, project, text, told, stored is null);
        }

        parts.Notes(imported, project, stored is null, told);
        _history.Add(imported, project, stored is null, told);
        return project;
    }

    /// <summary>Keeps what no field takes, with the place in the file.</summary>
    public void Keep(ImportedProject imported, ImprovementProject project, bool isNew, List<string> unlinked, List<string> told)
    {
        var lines = (imported.Other ?? []).Select(o => $"{o.Header}: {o.Text}").Concat(unlinked.Select(u => $"Answers: {u}")).ToList();
        var note = lines.Count == 0 ? null : new FieldMerger(log, issues, project, isNew, imported.Source, told).Fit(string.Join("\n", lines), "Other text", SourceNote.NoteMaxLength);
        if (isNew)
        {
            var unclear = imported.Own?.Unclear;
            project.Source = new SourceNote(EnglishText.CutKeepingLines($"{setting.FileName}, {imported.Source}", SourceNote.PlaceMaxLength), note ?? (unclear is null ? null : EnglishText.CutKeepingLines(unclear, SourceNote.NoteMaxLength)), unclear is not null);
        }
        else if (note is not null && note != project.Source.Note && (project.Source.Note is null || project.Source.Place?.StartsWith(setting.FileName, StringComparison.Ordinal) == true)
            && log.Set(project, nameof(project.Source), project.Source, project.Source with { Note = note }, v => project.Source = v))
        {
            told.Add($"Also kept: {EnglishText.Cut(note, 160)}");
        }
    }

    /// <summary>What the portal wrote into its own file, put back where it came from.</summary>
    private void Extras(ExportedExtras own, ImprovementProject project, FieldMerger text, List<string> told, bool isNew)
    {
        text.Set(ProjectFields.AimText, project, own.OwnWords);
        text.Set(ProjectFields.ExternalReference, project, own.Reference);
        if (own.Forecast is { } forecast && HeaderSynonyms.Plain(forecast) != HeaderSynonyms.Plain(project.Forecast.Text)
            && log.Set(project, nameof(project.Forecast), project.Forecast, DeadlineParser.Parse(text.Fit(forecast, "Forecast", Deadline.TextMaxLength)), v => project.Forecast = v) && !isNew)
        {
            told.Add($"Forecast: {forecast}");
        }
    }

    private string ReasonOf(ImportedProject imported) =>
        EnglishText.CutKeepingLines(imported.Own?.Reason ?? $"Imported from {setting.FileName}", ImprovementProject.ReasonMaxLength);

    private ImprovementProject Make(ImportedProject imported, StretchAim aim, KeyDriver? driver)
    {
        var project = new ImprovementProject
        {
            AimId = aim.Id,
            DriverId = driver?.Id,
            Position = Last(aim) + 1,
            Number = NumberFor(imported, aim),
            Title = "",
        };
        state.Projects.Add(project);
        _positions[aim.Id] = project.Position;
        return log.Add(project, aim.Statement, $"{project.Number} {imported.Title}");
    }

    /// <summary>The position of the last project under an aim; -1 where there is none.</summary>
    private int Last(StretchAim aim) => _positions.TryGetValue(aim.Id, out var last)
        ? last
        : -1;

    private void Move(ImprovementProject stored, StretchAim aim, KeyDriver? driver, List<string> told)
    {
        var to = driver?.Id ?? (stored.AimId == aim.Id ? stored.DriverId : null);
        var words = driver is null ? $"aim {aim.Number}" : $"“{EnglishText.Cut(driver.Text, 80)}” under aim {aim.Number}";
        _positions[aim.Id] = Math.Max(Last(aim), stored.Position);
        var isMoved = log.Set(stored, nameof(stored.AimId), stored.AimId, aim.Id, v => stored.AimId = v, words);
        isMoved |= log.Set(stored, nameof(stored.DriverId), stored.DriverId, to, v => stored.DriverId = v, words);
        if (isMoved)
        {
            told.Add($"Moved to {words}");
        }
    }

    private void Renumber(ImportedProject imported, ImprovementProject stored, StretchAim aim, List<string> told)
    {
        if (imported.Number is not { Length: > 0 and <= ImprovementProject.NumberMaxLength } number || HeaderSynonyms.Plain(number) == HeaderSynonyms.Plain(stored.Number)
            || stored.Number == $"{aim.Number}.{number}" || _numbers.Contains(number))
        {
            return;
        }

        told.Add($"Number: {stored.Number} → {number}");
        _numbers.Add(number);
        log.Set(stored, nameof(stored.Number), stored.Number, number, v => stored.Number = v);
    }

    private void Title(ImportedProject imported, ImprovementProject project, FieldMerger text)
    {
        var title = imported.Title.Trim();
        if (title.Length == 0)
        {
            issues.Warn(imported.Source, "The row has no text for a title. It is imported as “Untitled”.");
            title = "Untitled";
        }

        if (HeaderSynonyms.Plain(title) == HeaderSynonyms.Plain(project.Title) || HeaderSynonyms.Plain(title) == HeaderSynonyms.Plain(project.AimText ?? ""))
        {
            return;
        }

        if (title.Length > ImprovementProject.TitleMaxLength)
        {
            text.Set(ProjectFields.AimText, project, title);
            title = EnglishText.CutKeepingLines(title, ImprovementProject.TitleMaxLength);
        }

        text.Set(nameof(project.Title), "Title", project.Title, title, ImprovementProject.TitleMaxLength, v => project.Title = v!);
    }

    private void DeadlineOf(ImportedProject imported, ImprovementProject project, bool isNew, FieldMerger text, List<string> told)
    {
        var written = imported.Deadline.Text.Trim();
        if (written.Length == 0 || HeaderSynonyms.Plain(written) == HeaderSynonyms.Plain(project.Deadline.Text))
        {
            return;
        }

        var before = project.Deadline;
        var after = written.Length > Deadline.TextMaxLength ? DeadlineParser.Parse(text.Fit(written, "Deadline", Deadline.TextMaxLength)) : imported.Deadline.Full;
        log.Set(project, nameof(project.Deadline), before, after, v => project.Deadline = v);
        if (isNew)
        {
            return;
        }

        told.Add(before.Text.Length == 0 ? $"Deadline: {after.Text}" : $"Deadline: {before.Text} → {after.Text}");
        if (before.Text.Length > 0)
        {
            log.Add(
                new DeadlineSlip { ProjectId = project.Id, From = before, To = after, Reason = $"Imported from {setting.FileName}", ByUserId = setting.ByUserId, At = setting.Now },
                project.Id.ToString(), after.Text);
        }
    }

    private void Status(ImportedProject imported, ImprovementProject project, bool isNew, List<string> told)
    {
        if (imported.Status is not { } words)
        {
            return;
        }

        if (imported.Own is not null && words == ImportMessages.NoActionNeeded)
        {
            log.Set(project, nameof(project.NoActionNeededReason), project.NoActionNeededReason, project.NoActionNeededReason ?? ReasonOf(imported), v => project.NoActionNeededReason = v);
            return;
        }

        if ((ImportMessages.StatusOf(words) ?? Chosen(words, imported.Source)) is not { } status)
        {
            return;
        }

        if (status == ProjectStatus.DoneAndEvidenced && project.Status != status)
        {
            issues.Info(imported.Source, "Evidence is not imported, so the status is “Done, awaiting evidence” until someone adds it.");
            status = ProjectStatus.DoneAwaitingEvidence;
        }

        var before = project.Status;
        if (before == status || (before == ProjectStatus.DoneAndEvidenced && status == ProjectStatus.DoneAwaitingEvidence))
        {
            return;
        }

        log.Set(project, nameof(project.Status), before, status, v => project.Status = v);
        log.Set(project, nameof(project.StatusReason), project.StatusReason, status == ProjectStatus.Stopped ? ReasonOf(imported) : null, v => project.StatusReason = v);
        if (!isNew)
        {
            told.Add($"Status: {ProjectLabels.Of(before)} → {ProjectLabels.Of(status)}");
        }
    }

    private void Rag(ImportedProject imported, ImprovementProject project, bool isNew, List<string> told)
    {
        if (imported.Rag is not { } words || ImportMessages.IsNoRating(words))
        {
            return;
        }

        if ((ImportMessages.RatingOf(setting.Key, words) ?? ChosenRating(words, imported.Source)) is not { } rating)
        {
            return;
        }

        var before = Rating.Find(setting.Key, project.Rag);
        if (log.Set(project, nameof(project.Rag), project.Rag, rating.Code, v => project.Rag = v))
        {
            log.Set(project, nameof(project.RagAcceptedAt), project.RagAcceptedAt, setting.Now, v => project.RagAcceptedAt = v, rating.Code);
            log.Set(project, nameof(project.RagReason), project.RagReason, null, v => project.RagReason = v);
            if (!isNew)
            {
                told.Add($"Rating: {before.Name} → {rating.Name}");
            }
        }
    }

    /// <summary>A status that the portal does not know, as somebody says it is meant; null leaves the status as it is.</summary>
    private ProjectStatus? Chosen(string words, string where)
    {
        ProjectStatus[] open = [ProjectStatus.NotStarted, ProjectStatus.InProgress, ProjectStatus.DoneAwaitingEvidence, ProjectStatus.Stopped];
        var ask = ImportQuestion.Ask(
            setting.Choices.Readings, ImportQuestion.About("status", words),
            [new ImportOption(ImportQuestion.Suggested, "Leave the status as it is"), .. open.Select(s => new ImportOption(s.ToString(), ProjectLabels.Of(s)))]);
        issues.Warn(where, $"The status “{EnglishText.Cut(words, 60)}” is not one of the portal’s.", ask);
        return open.Where(s => s.ToString() == ask.Chosen).Select(s => (ProjectStatus?)s).FirstOrDefault();
    }

    /// <summary>The same for a rating that is not in the key.</summary>
    private Rating? ChosenRating(string words, string where)
    {
        var ask = ImportQuestion.Ask(
            setting.Choices.Readings, ImportQuestion.About("rating", words),
            [new ImportOption(ImportQuestion.Suggested, "Leave the rating as it is"), .. setting.Key.OrderBy(r => r.Order).Select(r => new ImportOption(r.Code, r.Name))]);
        issues.Warn(where, $"The rating “{EnglishText.Cut(words, 60)}” is not in the key to ratings.", ask);
        return setting.Key.FirstOrDefault(r => r.Code == ask.Chosen);
    }

    /// <summary>The number in the file; where another project has it already, one made from it.</summary>
    private string NumberFor(ImportedProject imported, StretchAim aim)
    {
        if (imported.Number?.Trim() is { Length: > 0 } written)
        {
            if (written.Length > ImprovementProject.NumberMaxLength)
            {
                issues.Warn(imported.Source, $"The number “{EnglishText.Cut(written, 40)}” is too long. The portal gave it another number.");
            }
            else if (new[] { written, $"{aim.Number}.{written}" }.Concat(Enumerable.Range('b', 25).Select(c => $"{written}{(char)c}"))
                .FirstOrDefault(n => n.Length <= ImprovementProject.NumberMaxLength && _numbers.Add(n)) is { } free)
            {
                return free;
            }
        }

        var stem = aim.Number.Length > 12 ? "" : $"{aim.Number}.";
        var next = _nextNumbers.GetValueOrDefault(stem, 1);
        while (Reserved.Contains($"{stem}{next}") || !_numbers.Add($"{stem}{next}"))
        {
            next++;
        }

        _nextNumbers[stem] = next + 1;
        return $"{stem}{next}";
    }
}
