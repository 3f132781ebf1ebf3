using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Lays one row of a file over one project, or makes it.</summary>
internal sealed class ProjectMerger(PlanState state, MergeLog log, ImportIssues issues, ProjectParts parts, MergeSetting setting)
{
    private readonly HistoryMerger history = new(state, log, setting);
    private readonly HashSet<string> numbers = state.Projects.Select(p => p.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public ProjectParts Parts => parts;

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
        if (stored is not null && ImportWords.AreStrangers($"{stored.Title} {stored.AimText}", imported.Title))
        {
            issues.Doubt(imported.Source, $"In the plan, number {stored.Number} is “{ImportWords.Cut(stored.Title, 120)}”. The row has the same number and quite other words, which would take their place. If it is other work, give it another number in the file.");
        }

        Title(imported, project, text);
        text.Set(nameof(project.Difference), "What will make the difference", project.Difference, imported.Difference, ImprovementProject.TextMaxLength, v => project.Difference = v);
        text.Set(nameof(project.Success), "How success is seen", project.Success, imported.Success, ImprovementProject.TextMaxLength, v => project.Success = v);
        text.Set(nameof(project.Impact), "Impact for children", project.Impact, imported.Impact, ImprovementProject.TextMaxLength, v => project.Impact = v);
        text.Set(nameof(project.EvidenceText), "Evidence, in the plan’s words", project.EvidenceText, imported.Evidence, ImprovementProject.TextMaxLength, v => project.EvidenceText = v);
        parts.Leads(imported, project, stored is null, text, told);
        DeadlineOf(imported, project, stored is null, text, told);
        Status(imported, project, stored is null, told);
        Rag(imported, project, stored is null, told);
        if (imported.Own is { } own)
        {
            Extras(own, project, text, told, stored is null);
        }

        parts.Notes(imported, project, stored is null, told);
        history.Add(imported, project, stored is null, told);
        return project;
    }

    /// <summary>Keeps what no field takes, with the place in the file.</summary>
    public void Keep(ImportedProject imported, ImprovementProject project, bool isNew, List<string> unlinked, List<string> told)
    {
        var lines = (imported.Other ?? []).Select(o => $"{o.Header}: {o.Text}").Concat(unlinked.Select(u => $"Answers: {u}")).ToList();
        var note = lines.Count == 0 ? null : new FieldMerger(log, issues, project, isNew, imported.Source, told).Fit(string.Join("\n", lines), "What no field takes", SourceNote.NoteMaxLength);
        if (isNew)
        {
            var unclear = imported.Own?.Unclear;
            project.Source = new SourceNote(ImportWords.Cut($"{setting.FileName}, {imported.Source}", SourceNote.PlaceMaxLength), note ?? (unclear is null ? null : ImportWords.Cut(unclear, SourceNote.NoteMaxLength)), unclear is not null);
        }
        else if (note is not null && note != project.Source.Note && (project.Source.Note is null || project.Source.Place?.StartsWith(setting.FileName, StringComparison.Ordinal) == true)
            && log.Set(project, nameof(project.Source), project.Source, project.Source with { Note = note }, v => project.Source = v))
        {
            told.Add($"Kept besides: {ImportWords.Cut(note, 160)}");
        }
    }

    /// <summary>What the portal wrote into its own file, put back where it came from.</summary>
    private void Extras(ExportedExtras own, ImprovementProject project, FieldMerger text, List<string> told, bool isNew)
    {
        text.Set(nameof(project.AimText), "What the project aims for", project.AimText, own.OwnWords, ImprovementProject.TextMaxLength, v => project.AimText = v);
        text.Set(nameof(project.ExternalReference), "Refers to", project.ExternalReference, own.Reference, ImprovementProject.ReferenceMaxLength, v => project.ExternalReference = v);
        if (own.Forecast is { } forecast && HeaderWords.Plain(forecast) != HeaderWords.Plain(project.Forecast.Text)
            && log.Set(project, nameof(project.Forecast), project.Forecast, DeadlineParser.Parse(text.Fit(forecast, "Forecast", Deadline.TextMaxLength)), v => project.Forecast = v) && !isNew)
        {
            told.Add($"Forecast: {forecast}");
        }
    }

    private string ReasonOf(ImportedProject imported) => ImportWords.Cut(imported.Own?.Reason ?? $"Brought in from {setting.FileName}", ImprovementProject.ReasonMaxLength);

    private ImprovementProject Make(ImportedProject imported, StretchAim aim, KeyDriver? driver)
    {
        var project = new ImprovementProject
        {
            AimId = aim.Id,
            DriverId = driver?.Id,
            Position = state.Projects.Where(p => p.AimId == aim.Id).Select(p => p.Position).DefaultIfEmpty(-1).Max() + 1,
            Number = NumberFor(imported, aim),
            Title = "",
        };
        state.Projects.Add(project);
        return log.Add(project, aim.Statement, $"{project.Number} {imported.Title}");
    }

    private void Move(ImprovementProject stored, StretchAim aim, KeyDriver? driver, List<string> told)
    {
        var to = driver?.Id ?? (stored.AimId == aim.Id ? stored.DriverId : null);
        var words = driver is null ? $"aim {aim.Number}" : $"“{ImportWords.Cut(driver.Text, 80)}” under aim {aim.Number}";
        var isMoved = log.Set(stored, nameof(stored.AimId), stored.AimId, aim.Id, v => stored.AimId = v, words);
        isMoved |= log.Set(stored, nameof(stored.DriverId), stored.DriverId, to, v => stored.DriverId = v, words);
        if (isMoved)
        {
            told.Add($"Stands now under {words}");
        }
    }

    private void Renumber(ImportedProject imported, ImprovementProject stored, StretchAim aim, List<string> told)
    {
        if (imported.Number is not { Length: > 0 and <= ImprovementProject.NumberMaxLength } number || HeaderWords.Plain(number) == HeaderWords.Plain(stored.Number)
            || stored.Number == $"{aim.Number}.{number}" || numbers.Contains(number))
        {
            return;
        }

        told.Add($"Number: {stored.Number} → {number}");
        numbers.Add(number);
        log.Set(stored, nameof(stored.Number), stored.Number, number, v => stored.Number = v);
    }

    private void Title(ImportedProject imported, ImprovementProject project, FieldMerger text)
    {
        var title = imported.Title.Trim();
        if (title.Length == 0)
        {
            issues.Doubt(imported.Source, "The row says nothing that could be its title. It is kept under the name “Untitled”.");
            title = "Untitled";
        }

        if (HeaderWords.Plain(title) == HeaderWords.Plain(project.Title) || HeaderWords.Plain(title) == HeaderWords.Plain(project.AimText ?? ""))
        {
            return;
        }

        if (title.Length > ImprovementProject.TitleMaxLength)
        {
            text.Set(nameof(project.AimText), "What the project aims for", project.AimText, title, ImprovementProject.TextMaxLength, v => project.AimText = v);
            title = ImportWords.Cut(title, ImprovementProject.TitleMaxLength);
        }

        text.Set(nameof(project.Title), "Title", project.Title, title, ImprovementProject.TitleMaxLength, v => project.Title = v!);
    }

    private void DeadlineOf(ImportedProject imported, ImprovementProject project, bool isNew, FieldMerger text, List<string> told)
    {
        var written = imported.Deadline.Text.Trim();
        if (written.Length == 0 || HeaderWords.Plain(written) == HeaderWords.Plain(project.Deadline.Text))
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
                new DeadlineSlip { ProjectId = project.Id, From = before, To = after, Reason = $"Brought in from {setting.FileName}", ByUserId = setting.ByUserId, At = setting.Now },
                project.Id.ToString(), after.Text);
        }
    }

    private void Status(ImportedProject imported, ImprovementProject project, bool isNew, List<string> told)
    {
        if (imported.Status is not { } words)
        {
            return;
        }

        if (imported.Own is not null && words == ImportWords.NoActionNeeded)
        {
            log.Set(project, nameof(project.NoActionNeededReason), project.NoActionNeededReason, project.NoActionNeededReason ?? ReasonOf(imported), v => project.NoActionNeededReason = v);
            return;
        }

        if ((ImportWords.StatusOf(words) ?? Chosen(words, imported.Source)) is not { } status)
        {
            return;
        }

        if (status == ProjectStatus.DoneAndEvidenced && project.Status != status)
        {
            issues.Info(imported.Source, "Evidence is not brought in, so the work is done and awaiting evidence until somebody adds it.");
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
            told.Add($"Status: {ProjectWords.Of(before)} → {ProjectWords.Of(status)}");
        }
    }

    private void Rag(ImportedProject imported, ImprovementProject project, bool isNew, List<string> told)
    {
        if (imported.Rag is not { } words || ImportWords.IsNoRating(words))
        {
            return;
        }

        if ((ImportWords.RatingOf(setting.Key, words) ?? ChosenRating(words, imported.Source)) is not { } rating)
        {
            return;
        }

        var before = Rating.Find(setting.Key, project.Rag);
        if (log.Set(project, nameof(project.Rag), project.Rag, rating.Code, v => project.Rag = v))
        {
            log.Set(project, nameof(project.RagAcceptedAt), project.RagAcceptedAt, setting.Now, v => project.RagAcceptedAt = v, rating.Code);
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
            [new ImportOption(ImportQuestion.Suggested, "Leave the status as it is"), .. open.Select(s => new ImportOption(s.ToString(), ProjectWords.Of(s)))]);
        issues.Doubt(where, $"The status “{ImportWords.Cut(words, 60)}” is none of the portal’s.", ask);
        return open.Where(s => s.ToString() == ask.Chosen).Select(s => (ProjectStatus?)s).FirstOrDefault();
    }

    /// <summary>The same for a rating that is not in the key.</summary>
    private Rating? ChosenRating(string words, string where)
    {
        var ask = ImportQuestion.Ask(
            setting.Choices.Readings, ImportQuestion.About("rating", words),
            [new ImportOption(ImportQuestion.Suggested, "Leave the rating as it is"), .. setting.Key.OrderBy(r => r.Order).Select(r => new ImportOption(r.Code, r.Name))]);
        issues.Doubt(where, $"The rating “{ImportWords.Cut(words, 60)}” is not in the key to ratings.", ask);
        return setting.Key.FirstOrDefault(r => r.Code == ask.Chosen);
    }

    /// <summary>The number in the file; where another project has it already, one made from it.</summary>
    private string NumberFor(ImportedProject imported, StretchAim aim)
    {
        if (imported.Number?.Trim() is { Length: > 0 } written)
        {
            if (written.Length > ImprovementProject.NumberMaxLength)
            {
                issues.Doubt(imported.Source, $"The number “{ImportWords.Cut(written, 40)}” is too long for one. Another is given.");
            }
            else if (new[] { written, $"{aim.Number}.{written}" }.Concat(Enumerable.Range('b', 25).Select(c => $"{written}{(char)c}"))
                .FirstOrDefault(n => n.Length <= ImprovementProject.NumberMaxLength && numbers.Add(n)) is { } free)
            {
                return free;
            }
        }

        var stem = aim.Number.Length > 12 ? "" : $"{aim.Number}.";
        var next = 1;
        while (Reserved.Contains($"{stem}{next}") || !numbers.Add($"{stem}{next}"))
        {
            next++;
        }

        return $"{stem}{next}";
    }
}
