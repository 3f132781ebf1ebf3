using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Projects;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What hangs on a project: leads, sub-actions, measures, notes, and what was said of it before the portal.</summary>
internal sealed class ProjectParts
{
    private const double Alike = 0.6;

    private readonly PlanState state;
    private readonly MergeLog log;
    private readonly LeadResolver leads;
    private readonly ImportIssues issues;
    private readonly MergeSetting setting;
    private readonly Dictionary<Guid, List<PlanStatePiece>> measures;
    private Dictionary<Guid, string>? names;

    public ProjectParts(PlanState state, MergeLog log, LeadResolver leads, ImportIssues issues, MergeSetting setting)
    {
        (this.state, this.log, this.leads, this.issues, this.setting) = (state, log, leads, issues, setting);
        measures = state.PiecesByOwner(PlanStatePiece.Measure);
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
        if (!isNew && imported.LeadsText is { Length: > 0 } said && (HeaderWords.Plain(said) == HeaderWords.Plain(project.LeadsText ?? "") || HeaderWords.Plain(said) == HeaderWords.Plain(before)))
        {
            // The same words: who is meant by them was settled before, perhaps by hand.
            return;
        }

        var list = PlanState.Of(state.Leads, project.Id);
        var wanted = imported.Leads.Select(l => (Who: leads.Resolve(l.Name, imported.Source), Kind: KindOf(l.Kind)))
            .Where(l => l.Who is not null).Select(l => (Who: l.Who!, l.Kind)).DistinctBy(l => l.Who.Id).ToList();
        var spare = new Queue<ProjectLead>(list.Where(l => !wanted.Exists(w => w.Who.Id == l.LeadResponsibilityId)).ToList());
        var position = list.Select(l => l.Position).DefaultIfEmpty(-1).Max();
        foreach (var (who, kind) in wanted)
        {
            var lead = list.Find(l => l.LeadResponsibilityId == who.Id);
            if (lead is null && spare.TryDequeue(out lead))
            {
                log.Set(lead, nameof(lead.LeadResponsibilityId), lead.LeadResponsibilityId, who.Id, v => lead.LeadResponsibilityId = v, who.Name);
            }

            if (lead is not null)
            {
                log.Set(lead, nameof(lead.Kind), lead.Kind, kind, v => lead.Kind = v);
                continue;
            }

            lead = new ProjectLead { ProjectId = project.Id, LeadResponsibilityId = who.Id, Kind = kind, Position = ++position };
            list.Add(lead);
            log.Add(lead, project.Number, $"{who.Name} {kind}");
        }

        names = wanted.TrueForAll(w => names!.ContainsKey(w.Who.Id)) ? names : null;
        var after = Joined(project.Id);
        if (!isNew && before != after)
        {
            told.Add(before.Length == 0 ? $"Led by: {after}" : $"Led by: {before} → {after}");
        }

        if (imported.LeadsText is { Length: > 0 } written && (imported.Own is null ? HeaderWords.Plain(written) != HeaderWords.Plain(after) : written != after) && (isNew || before != after || project.LeadsText is not null || wanted.Count < imported.Leads.Count))
        {
            text.Set(nameof(project.LeadsText), "Leads as the plan writes them", project.LeadsText, written, ImprovementProject.LeadsTextMaxLength, v => project.LeadsText = v);
        }
    }

    public IReadOnlyList<MergedStep> Steps(ImportedProject imported, ImprovementProject project)
    {
        var list = PlanState.Of(state.Steps, project.Id);
        var before = list.ToList();
        var found = new Dictionary<ImportedSubAction, SubAction>(ReferenceEqualityComparer.Instance);
        var used = new HashSet<Guid>();
        foreach (var isExact in new[] { true, false })
        {
            foreach (var step in imported.SubActions.Where(s => !found.ContainsKey(s)))
            {
                var match = before.Find(s => s.Category == CategoryOf(step.Category) && !used.Contains(s.Id)
                    && (isExact ? HeaderWords.Plain(s.Text) == HeaderWords.Plain(step.Text) : ImportWords.Likeness(s.Text, step.Text) >= Alike));
                if (match is not null && used.Add(match.Id))
                {
                    found[step] = match;
                }
            }
        }

        NotInFile.AddRange(before.Where(s => !used.Contains(s.Id)).Select(s => $"Sub-action of {project.Number}: {ImportWords.Cut(s.Text, 120)}"));
        return [.. imported.SubActions.Where(s => s.Text.Length > 0).Select(s => Step(s, found.GetValueOrDefault(s), imported, project, list))];
    }

    public void Measures(IReadOnlyList<ImportedMeasure> imported, Guid ownerId, string where, List<string> told, Func<Measure> make)
    {
        var known = PlanState.Of(measures, ownerId);
        var position = known.Select(k => k.Position).DefaultIfEmpty(-1).Max();
        foreach (var one in imported.Where(m => m.Title.Trim().Length > 0))
        {
            var title = ImportWords.Cut(one.Title.Trim(), Measure.TitleMaxLength);
            if (known.Exists(k => HeaderWords.Plain(k.Text) == HeaderWords.Plain(title)))
            {
                continue;
            }

            var measure = make();
            measure.Title = title;
            measure.Kind = Enum.TryParse<MeasureKind>(one.Kind, ignoreCase: true, out var kind) ? kind : MeasureKind.Outcome;
            measure.Position = ++position;
            measure.Definition = one.Title.Trim() == title ? null : ImportWords.Cut(one.Title.Trim(), Measure.TextMaxLength);
            measure.Source = new Plans.SourceNote(ImportWords.Cut($"{setting.FileName}, {where}", Plans.SourceNote.PlaceMaxLength), null, Unclear: false);
            log.Add(measure, where, title);
            known.Add(new PlanStatePiece { Kind = PlanStatePiece.Measure, Id = measure.Id, OwnerId = ownerId, Position = position, Text = title, Code = "" });
            told.Add($"New measure: {ImportWords.Cut(title, 120)}");
        }
    }

    public void Notes(ImportedProject imported, ImprovementProject project, bool isNew, List<string> told)
    {
        var list = PlanState.Of(state.Notes, project.Id);
        foreach (var note in imported.CategoryNotes ?? [])
        {
            var category = CategoryOf(note.Category);
            var stored = list.Find(n => n.Category == category);
            if (stored is null)
            {
                stored = new CategoryNote { ProjectId = project.Id, Category = category, Text = ImportWords.Cut(note.Text.Trim(), CategoryNote.TextMaxLength) };
                list.Add(stored);
                log.Add(stored, project.Number, $"{category} {note.Text}");
                told.Add($"{ProjectWords.Of(category)}: {ImportWords.Cut(note.Text, 120)}");
            }
            else
            {
                new FieldMerger(log, issues, stored, isNew, imported.Source, told).Set(nameof(stored.Text), ProjectWords.Of(category), stored.Text, note.Text, CategoryNote.TextMaxLength, v => stored.Text = v!);
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
                Position = list.Select(s => s.Position).DefaultIfEmpty(-1).Max() + 1,
                Category = CategoryOf(imported.Category),
                Text = "",
                Source = new Plans.SourceNote(ImportWords.Cut($"{setting.FileName}, {row.Source}", Plans.SourceNote.PlaceMaxLength), null, Unclear: false),
            };
            list.Add(step);
            log.Add(step, project.Number, imported.Text);
        }

        var text = new FieldMerger(log, issues, step, stored is null, row.Source, told);
        if (HeaderWords.Plain(step.Text) != HeaderWords.Plain(imported.Text))
        {
            text.Set(nameof(step.Text), "Text", step.Text, imported.Text, SubAction.TextMaxLength, v => step.Text = v!);
        }

        var written = imported.Deadline.Text.Trim();
        if (written.Length > 0 && HeaderWords.Plain(written) != HeaderWords.Plain(step.Deadline.Text))
        {
            var deadline = written.Length > Deadline.TextMaxLength ? DeadlineParser.Parse(text.Fit(written, "Deadline", Deadline.TextMaxLength)) : imported.Deadline.Full;
            log.Set(step, nameof(step.Deadline), step.Deadline, deadline, v => step.Deadline = v);
            told.Add($"Deadline: {deadline.Text}");
        }

        Owners(imported, row, step, text, told);
        return new MergedStep(step.Text, stored is null ? MergeMark.New : told.Count > 0 ? MergeMark.Changed : MergeMark.Same);
    }

    private void Owners(ImportedSubAction imported, ImportedProject row, SubAction step, FieldMerger text, List<string> told)
    {
        var list = PlanState.Of(state.Owners, step.Id);
        var known = imported.Owners.Select(o => row.Own is null ? leads.Find(o) : leads.Resolve(o, row.Source)).ToList();
        foreach (var who in known.OfType<People.LeadResponsibility>().DistinctBy(k => k.Id).Where(k => !list.Exists(o => o.LeadResponsibilityId == k.Id)))
        {
            var owner = new SubActionOwner { SubActionId = step.Id, LeadResponsibilityId = who.Id };
            list.Add(owner);
            log.Add(owner, step.Text, who.Name);
            told.Add($"Owner: {who.Name}");
        }

        if (known.Contains(null))
        {
            text.Set(nameof(step.OwnersText), "Owners", step.OwnersText, string.Join("; ", imported.Owners), ImprovementProject.LeadsTextMaxLength, v => step.OwnersText = v);
        }
    }

    private string Joined(Guid projectId)
    {
        names ??= state.Responsibilities.ToDictionary(r => r.Id, r => r.Name);
        return LeadName.Join(PlanState.Of(state.Leads, projectId).OrderBy(l => l.Position).Select(l => new LeadName(l.LeadResponsibilityId, names.GetValueOrDefault(l.LeadResponsibilityId) ?? "", l.Kind)));
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
