using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What hangs on a project: leads, sub-actions, measures, notes, and what was said of it before the portal.</summary>
internal sealed class ProjectDetailMerger
{
    private const double Alike = 0.6;

    /// <summary>With more sub-actions of one project than this left over, likeness says little and takes long.</summary>
    private const int MostCompared = 200;

    private readonly ExistingPlan _state;
    private readonly MergeLog _log;
    private readonly LeadResolver _leads;
    private readonly ImportIssues _issues;
    private readonly MergeSetting _setting;
    private readonly Dictionary<Guid, List<KnownMeasureRow>> _measures;
    private Dictionary<Guid, string>? _names;

    public ProjectDetailMerger(ExistingPlan state, MergeLog log, LeadResolver leads, ImportIssues issues, MergeSetting setting)
    {
        (_state, _log, _leads, _issues, _setting) = (state, log, leads, issues, setting);
        _measures = state.Measures.Where(m => m.OwnerId is not null).GroupBy(m => m.OwnerId!.Value).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>Sub-actions of projects that the file has, and which it lacks.</summary>
    public List<string> NotInFile { get; } = [];

    /// <summary>Who leads, in words, as it will be.</summary>
    public string LeadNames(ImprovementProject project)
    {
        if (project.LeadsText is { Length: > 0 } words)
        {
            return words;
        }

        return Joined(project.Id);
    }

    public void Leads(ImportedProject imported, ImprovementProject project, bool isNew, FieldMerger text, List<string> told)
    {
        var before = Joined(project.Id);
        if (!isNew && imported.LeadsText is { Length: > 0 } said && (HeaderSynonyms.Plain(said) == HeaderSynonyms.Plain(project.LeadsText ?? "") || HeaderSynonyms.Plain(said) == HeaderSynonyms.Plain(before)))
        {
            // The same words: who is meant by them was settled before, perhaps by hand.
            return;
        }

        var list = ExistingPlan.Of(_state.Leads, project.Id);
        var wanted = imported.Leads.Select(l => (Who: _leads.Resolve(l.Name, imported.Source), Kind: KindOf(l.Kind)))
            .Where(l => l.Who is not null).Select(l => (Who: l.Who!, l.Kind)).DistinctBy(l => l.Who.Id).ToList();
        var spare = new Queue<ProjectLead>(list.Where(l => !wanted.Exists(w => w.Who.Id == l.LeadResponsibilityId)).ToList());
        var position = list.Select(l => l.Position).DefaultIfEmpty(-1).Max();
        foreach (var (who, kind) in wanted)
        {
            var lead = list.Find(l => l.LeadResponsibilityId == who.Id);
            if (lead is null && spare.TryDequeue(out lead))
            {
                _log.Set(lead, nameof(lead.LeadResponsibilityId), lead.LeadResponsibilityId, who.Id, v => lead.LeadResponsibilityId = v, who.Name);
            }

            if (lead is not null)
            {
                _log.Set(lead, nameof(lead.Kind), lead.Kind, kind, v => lead.Kind = v);
                continue;
            }

            lead = new ProjectLead { ProjectId = project.Id, LeadResponsibilityId = who.Id, Kind = kind, Position = ++position };
            list.Add(lead);
            _log.Add(lead, project.Number, $"{who.Name} {kind}");
        }

        wanted.ForEach(w => _names!.TryAdd(w.Who.Id, w.Who.Name));
        var after = Joined(project.Id);
        if (!isNew && before != after)
        {
            told.Add(before.Length == 0 ? $"Led by: {after}" : $"Led by: {before} → {after}");
        }

        if (imported.LeadsText is { Length: > 0 } written && (imported.Own is null ? HeaderSynonyms.Plain(written) != HeaderSynonyms.Plain(after) : written != after) && (isNew || before != after || project.LeadsText is not null || wanted.Count < imported.Leads.Count))
        {
            text.Set(nameof(project.LeadsText), "Leads, as in the plan", project.LeadsText, written, ImprovementProject.LeadsTextMaxLength, v => project.LeadsText = v);
        }
    }

    public IReadOnlyList<MergedStep> Steps(ImportedProject imported, ImprovementProject project)
    {
        var list = ExistingPlan.Of(_state.Steps, project.Id);
        var before = list.ToList();
        var found = new Dictionary<ImportedSubAction, SubAction>(ReferenceEqualityComparer.Instance);
        var used = new HashSet<Guid>();
        var same = before.GroupBy(s => (s.Category, HeaderSynonyms.Plain(s.Text))).ToDictionary(g => g.Key, g => new Queue<SubAction>(g));
        foreach (var step in imported.SubActions)
        {
            if (same.TryGetValue((CategoryOf(step.Category), HeaderSynonyms.Plain(step.Text)), out var alike) && alike.TryDequeue(out var match) && used.Add(match.Id))
            {
                found[step] = match;
            }
        }

        var left = before.Where(s => !used.Contains(s.Id)).Take(MostCompared + 1).ToList();
        foreach (var step in left.Count > MostCompared ? [] : imported.SubActions.Where(s => !found.ContainsKey(s)).Take(MostCompared))
        {
            var match = left.Find(s => s.Category == CategoryOf(step.Category) && !used.Contains(s.Id) && ImportMessages.Likeness(s.Text, step.Text) >= Alike);
            if (match is not null && used.Add(match.Id))
            {
                found[step] = match;
            }
        }

        NotInFile.AddRange(before.Where(s => !used.Contains(s.Id)).Select(s => $"Sub-action of {project.Number}: {EnglishText.Cut(s.Text, 120)}"));
        return [.. imported.SubActions.Where(s => s.Text.Length > 0).Select(s => Step(s, found.GetValueOrDefault(s), imported, project, list))];
    }

    public void Measures(IReadOnlyList<ImportedMeasure> imported, Guid ownerId, string where, List<string> told, Func<Measure> make)
    {
        var known = ExistingPlan.Of(_measures, ownerId);
        var position = known.Select(k => k.Position).DefaultIfEmpty(-1).Max();
        var titles = known.Select(k => HeaderSynonyms.Plain(k.Title)).ToHashSet(StringComparer.Ordinal);
        foreach (var one in imported.Where(m => m.Title.Trim().Length > 0))
        {
            var title = EnglishText.CutKeepingLines(one.Title.Trim(), Measure.TitleMaxLength);
            if (!titles.Add(HeaderSynonyms.Plain(title)))
            {
                continue;
            }

            var measure = make();
            measure.Title = title;
            measure.Kind = Enum.TryParse<MeasureKind>(one.Kind, ignoreCase: true, out var kind) ? kind : MeasureKind.Outcome;
            measure.Deadline = one.Deadline?.Full ?? Deadline.None;
            measure.Position = ++position;
            measure.Definition = one.Title.Trim() == title ? null : EnglishText.CutKeepingLines(one.Title.Trim(), Measure.TextMaxLength);
            measure.Source = new SourceNote(EnglishText.CutKeepingLines($"{_setting.FileName}, {where}", SourceNote.PlaceMaxLength), null, Unclear: false);
            _log.Add(measure, where, title);
            known.Add(new KnownMeasureRow(ownerId, position, title));
            told.Add($"New measure: {EnglishText.Cut(title, 120)}");
        }
    }

    public void Notes(ImportedProject imported, ImprovementProject project, bool isNew, List<string> told)
    {
        var list = ExistingPlan.Of(_state.Notes, project.Id);
        foreach (var note in imported.CategoryNotes ?? [])
        {
            var category = CategoryOf(note.Category);
            var stored = list.Find(n => n.Category == category);
            if (stored is null)
            {
                stored = new CategoryNote { ProjectId = project.Id, Category = category, Text = EnglishText.CutKeepingLines(note.Text.Trim(), CategoryNote.TextMaxLength) };
                list.Add(stored);
                _log.Add(stored, project.Number, $"{category} {note.Text}");
                told.Add($"{ProjectLabels.Of(category)}: {EnglishText.Cut(note.Text, 120)}");
            }
            else
            {
                new FieldMerger(_log, _issues, stored, isNew, imported.Source, told).Set(nameof(stored.Text), ProjectLabels.Of(category), stored.Text, note.Text, CategoryNote.TextMaxLength, v => stored.Text = v!);
            }
        }
    }

    private MergedStep Step(ImportedSubAction imported, SubAction? stored, ImportedProject row, ImprovementProject project, List<SubAction> list)
    {
        var told = new List<string>();
        var step = stored;
        if (step is null)
        {
            step = new SubAction
            {
                ProjectId = project.Id,
                Position = list.Count == 0 ? 0 : list[^1].Position + 1,
                Category = CategoryOf(imported.Category),
                Text = "",
                Source = new SourceNote(EnglishText.CutKeepingLines($"{_setting.FileName}, {row.Source}", SourceNote.PlaceMaxLength), null, Unclear: false),
            };
            list.Add(step);
            _log.Add(step, project.Number, imported.Text);
        }

        var text = new FieldMerger(_log, _issues, step, stored is null, row.Source, told);
        if (HeaderSynonyms.Plain(step.Text) != HeaderSynonyms.Plain(imported.Text))
        {
            text.Set(nameof(step.Text), "Text", step.Text, imported.Text, SubAction.TextMaxLength, v => step.Text = v!);
        }

        var written = imported.Deadline.Text.Trim();
        if (written.Length > 0 && HeaderSynonyms.Plain(written) != HeaderSynonyms.Plain(step.Deadline.Text))
        {
            var deadline = written.Length > Deadline.TextMaxLength ? DeadlineParser.Parse(text.Fit(written, "Deadline", Deadline.TextMaxLength)) : imported.Deadline.Full;
            _log.Set(step, nameof(step.Deadline), step.Deadline, deadline, v => step.Deadline = v);
            told.Add($"Deadline: {deadline.Text}");
        }

        Owners(imported, row, step, text, told);
        return new MergedStep(step.Text, stored is null ? MergeMark.New : told.Count > 0 ? MergeMark.Changed : MergeMark.Same);
    }

    private void Owners(ImportedSubAction imported, ImportedProject row, SubAction step, FieldMerger text, List<string> told)
    {
        var list = ExistingPlan.Of(_state.Owners, step.Id);
        var known = imported.Owners.Select(o => row.Own is null ? _leads.Find(o) : _leads.Resolve(o, row.Source)).ToList();
        foreach (var who in known.OfType<LeadResponsibility>().DistinctBy(k => k.Id).Where(k => !list.Exists(o => o.LeadResponsibilityId == k.Id)))
        {
            var owner = new SubActionOwner { SubActionId = step.Id, LeadResponsibilityId = who.Id };
            list.Add(owner);
            _log.Add(owner, step.Text, who.Name);
            told.Add($"Owner: {who.Name}");
        }

        if (known.Contains(null))
        {
            text.Set(nameof(step.OwnersText), "Owners", step.OwnersText, string.Join("; ", imported.Owners), ImprovementProject.LeadsTextMaxLength, v => step.OwnersText = v);
        }
    }

    private string Joined(Guid projectId)
    {
        _names ??= _state.Responsibilities.ToDictionary(r => r.Id, r => r.Name);
        return LeadName.Join(ExistingPlan.Of(_state.Leads, projectId).OrderBy(l => l.Position)
            .Select(l => new LeadName(l.LeadResponsibilityId, _names.GetValueOrDefault(l.LeadResponsibilityId) ?? "", l.Kind)));
    }

    private static LeadKind KindOf(string kind) => kind switch
    {
        ImportedLead.With => LeadKind.With,
        ImportedLead.InConsultationWith => LeadKind.InConsultationWith,
        _ => LeadKind.Lead,
    };

    private static SubActionCategory CategoryOf(string category) =>
        Enum.TryParse<SubActionCategory>(category.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known) ? known : SubActionCategory.Other;
}
