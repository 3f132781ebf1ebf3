using System.Text.RegularExpressions;
using InspectionPortal.Domain.Projects;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Makes one project of one row.</summary>
internal sealed partial class ProjectBuilder
{
    private readonly IReadOnlyList<MappedColumn> _columns;
    private readonly ImportHints _hints;
    private readonly ImportIssues _issues;
    private readonly LeadNames _names;
    private readonly DeadlineReading _deadlines;
    private readonly CategoryActions _categories;
    private readonly ProjectRatings _ratings;
    private readonly ProjectMeasures _measures;
    private readonly List<int> _revised;
    private int? _coming;

    public ProjectBuilder(IReadOnlyList<MappedColumn> columns, ImportHints hints, ImportIssues issues)
    {
        _columns = columns;
        _hints = hints;
        _issues = issues;
        _names = new LeadNames(hints);
        _deadlines = new DeadlineReading(hints, issues,
            DeadlineReading.IsAmerican(Of(ImportField.Deadline).SelectMany(i => columns[i].Column.Cells)));
        _categories = new CategoryActions(_names, _deadlines, issues);
        _ratings = new ProjectRatings(columns, issues);
        _measures = new ProjectMeasures(columns, _names);
        _revised = [.. Of(ImportField.Other).Where(i => Revised().IsMatch(HeaderPhrase.Of(columns[i].Column.FullHeader).All))];
    }

    public ImportedProject Build(PlanRow row)
    {
        var actions = AsChosen(row, StackedActions.Read(First(row, ImportField.Title)));
        var single = OwnerDate.Read(actions.Title, _names);
        var hasOwn = actions.Actions.Count == 0 && IsBlank(row, ImportField.Leads) && IsBlank(row, ImportField.Deadline)
            && single.Date is not null;
        var isFirst = actions.Actions.Count > 1 && actions.Actions[0].EndsWith(actions.Title, StringComparison.Ordinal);
        var project = new ImportedProject
        {
            Title = hasOwn || isFirst ? single.Text : actions.Title,
            Source = row.Where,
            Number = Number(row) ?? actions.Number,
        };
        if (project.Title.Length == 0)
        {
            project.Title = RecommendationTitle(row, project) ?? Joined(row, ImportField.Driver) ?? Joined(row, ImportField.Aim) ?? "";
        }

        AddTexts(row, project);
        AddLeads(row, project, hasOwn ? single.Owner : null);
        AddDeadline(row, project, hasOwn ? single.Date : null);
        AddActions(row, project, actions.Actions);
        foreach (var i in Enumerable.Range(0, _columns.Count).Where(i => !row.IsBlank(i)))
        {
            AddCategory(row, project, i);
        }

        _ratings.Add(row, project);
        _measures.AddPeriods(row, project);
        AddRest(row, project);
        return project;
    }

    /// <summary>The actions of a cell; as one where somebody said that they belong together.</summary>
    private StackedActions AsChosen(PlanRow row, StackedActions actions)
    {
        var ask = AboutSplit(row);
        if (actions.Actions.Count < 2 || ask.Chosen != ImportQuestion.Together)
        {
            return actions;
        }

        _issues.Warn(row.Where, $"The cell has {actions.Actions.Count} actions. They are kept together as one.", ask);
        return actions with { Title = string.Join("; ", actions.Actions), Actions = [] };
    }

    private ImportQuestion AboutSplit(PlanRow row) => ImportQuestion.Ask(
        _hints.Readings, ImportQuestion.At("actions", row.Where), new ImportOption(ImportQuestion.Suggested, "Each is a sub-action"),
            new ImportOption(ImportQuestion.Together, "Keep them together as one"));

    /// <summary>Says what is to be said once for the whole file.</summary>
    public void Finish() => _deadlines.SayConventions();

    private IEnumerable<int> Of(ImportField field) => Enumerable.Range(0, _columns.Count).Where(i => _columns[i].Field == field);

    private IReadOnlyList<SourceLine> First(PlanRow row, ImportField field) =>
        Of(field).Select(i => row.Lines(i)).FirstOrDefault(l => l.Count > 0) ?? [];

    private bool IsBlank(PlanRow row, ImportField field) => Of(field).All(row.IsBlank);

    private string? Number(PlanRow row) => First(row, ImportField.Number) is { Count: > 0 } lines
        ? string.Join(' ', lines.Select(l => l.Marker is null or DocxNumbering.Bullet ? l.Text : $"{l.Marker} {l.Text}")).TrimEnd('.', ')')
        : null;

    /// <summary>The text of a field; of several columns each under its header.</summary>
    private string? Joined(PlanRow row, ImportField field)
    {
        var filled = Of(field).Where(i => !row.IsBlank(i)).ToList();
        return filled.Count switch
        {
            0 => null,
            _ when Of(field).Count() == 1 => CellText.Text(row.Lines(filled[0])),
            _ => string.Join('\n', filled.Select(i => $"{_columns[i].Column.Header}: {CellText.Text(row.Lines(i))}")),
        };
    }

    private void AddTexts(PlanRow row, ImportedProject project)
    {
        foreach (var field in ProjectFields.OwnColumns)
        {
            project.SetText(field, Joined(row, ImportFields.Of(field)));
        }

        project.Progress = Joined(row, ImportField.Progress);
        project.Status = Of(ImportField.Status).Any(i => CellContent.IsStatus(_columns[i].Column.Header))
            ? CellText.Text(First(row, ImportField.Status)) : Joined(row, ImportField.Status);
        project.Recommendations = RecommendationNames.Read(Of(ImportField.Recommendations).SelectMany(i => row.Lines(i)).ToList(), _hints);
        _measures.Add(row, project);
    }

    private void AddLeads(PlanRow row, ImportedProject project, string? owner)
    {
        var lead = Of(ImportField.Leads).SelectMany(i => row.Lines(i)).ToList();
        var leads = owner is not null ? _names.Read(owner) : _names.Read(lead);
        var helpers = Of(ImportField.LeadsWith).SelectMany(i => _names.Read(row.Lines(i), ImportedLead.With));
        var named = leads.Select(l => HeaderSynonyms.Plain(l.Name)).ToHashSet(StringComparer.Ordinal);
        leads.AddRange(helpers.Where(h => named.Add(HeaderSynonyms.Plain(h.Name))));
        project.Leads = leads;
        project.LeadsText = lead.Count == 0 ? owner : string.Join("; ", lead.Select(l => l.Text));
        if (leads.Count >= ImportLimits.Names)
        {
            _issues.Warn(row.Where, $"The row has {ImportLimits.Names} leads or more. The first {ImportLimits.Names} are imported, and the full text is kept.");
        }

        foreach (var i in Of(ImportField.Leads).Where(i => CellContent.IsNothing(row.Text(i))))
        {
            project.AddOther(_columns[i].Column.FullHeader, row.Text(i));
        }

        foreach (var unknown in leads.Where(l => _hints.DoubtsLeads && _names.HasKnown && !_names.Knows(l.Name)))
        {
            _issues.Warn(row.Where, $"Lead '{unknown.Name}' is not known. It will be added as a new responsibility unless you choose another.");
        }
    }

    private void AddDeadline(PlanRow row, ImportedProject project, string? own)
    {
        var months = Of(ImportField.Month).Where(i => IsMarked(row, i)).ToList();
        var lines = LeadNames.Joined(First(row, ImportField.Deadline));
        var text = own ?? string.Join("; ", lines);
        _coming = text.Length == 0 && months.Count == 0
            ? _revised.Where(i => CellContent.IsDeadline(row.Text(i))).Select(i => (int?)i).FirstOrDefault() : null;
        if (_coming is { } later)
        {
            project.Deadline = _deadlines.Cell(row.Text(later), row.Where);
            _issues.Warn(row.Where, $"The deadline is blank, so the date in '{_columns[later].Column.FullHeader}' is used.");
        }
        else if (text.Length > 0)
        {
            project.Deadline = _deadlines.Cell(text, row.Where);
        }
        else if (months.Count > 0)
        {
            project.Deadline = _deadlines.Cell(_columns[months[^1]].Column.FullHeader, row.Where);
            _issues.Warn(row.Where, $"The deadline was taken from the last marked month: '{_columns[months[^1]].Column.FullHeader}'.");
        }
    }

    /// <summary>The finding as what will be done, where each row is a finding with its progress; its number told from its words.</summary>
    private string? RecommendationTitle(PlanRow row, ImportedProject project)
    {
        var actions = StackedActions.Read(First(row, ImportField.Recommendations));
        project.Number ??= actions.Number;
        return actions.Title.Length > 0 ? string.Join('\n', [actions.Title, .. actions.Actions.Skip(1)]) : null;
    }

    private static bool IsMarked(PlanRow row, int column) =>
        row.IsBlank(column) ? row.Fills[column] is not null : CellContent.IsTick(row.Text(column)) || row.Text(column).Length <= 2;

    /// <summary>Each of several actions of a cell, with its own date and lead where there are as many.</summary>
    private void AddActions(PlanRow row, ImportedProject project, IReadOnlyList<string> actions)
    {
        if (actions.Count == 0)
        {
            return;
        }

        var dates = CellEntries.Of(First(row, ImportField.Deadline), actions.Count);
        var owners = CellEntries.Of(Of(ImportField.Leads).SelectMany(i => row.Lines(i)).ToList(), actions.Count);
        var dated = dates.Count == actions.Count && dates.TrueForAll(DeadlineReading.IsDeadline);
        var owned = owners.Count == actions.Count;
        for (var i = 0; i < actions.Count; i++)
        {
            var action = _categories.One(actions[i], "other", row.Where);
            project.SubActions.Add(action with
            {
                Deadline = action.Deadline.Text.Length > 0 ? action.Deadline : dated ? ImportedDeadline.Of(DeadlinePhrases.Parse(dates[i]))
                    : ImportedDeadline.None,
                Owners = action.Owners.Count > 0 ? action.Owners : owned ? _names.Read(owners[i]).Select(l => l.Name).ToList() : [],
            });
        }

        var added = project.SubActions.TakeLast(actions.Count).ToList();
        List<(string What, int Count)> unclear =
        [
            .. dates.Count > 0 && !added.TrueForAll(a => a.Deadline.Text.Length > 0) ? [("deadlines", dates.Count)]
                : Array.Empty<(string, int)>(),
            .. owners.Count > 0 && !added.TrueForAll(a => a.Owners.Count > 0) ? [("leads", owners.Count)] : Array.Empty<(string, int)>(),
        ];
        if (unclear.Count > 0)
        {
            var counted = string.Join(" and ", unclear.Select(u => $"{u.Count} {(u.Count == 1 ? u.What.TrimEnd('s') : u.What)}"));
            _issues.Warn(row.Where, $"The cell has {actions.Count} actions and {counted}, so it is not clear which go together. The {string.Join(" and ", unclear.Select(u => u.What))} stay with the whole row.", AboutSplit(row));
        }
    }

    private void AddCategory(PlanRow row, ImportedProject project, int column)
    {
        if (_columns[column].Field is { } field && field.Category() is { } category)
        {
            _categories.Read(project, row.Lines(column), category, row.Where);
        }
    }

    private void AddRest(PlanRow row, ImportedProject project)
    {
        foreach (var i in Of(ImportField.Other).Concat(Of(ImportField.Month).Where(i => row.Text(i).Length <= 2
            || CellContent.IsTick(row.Text(i)))).Where(i => !row.IsBlank(i) && i != _coming))
        {
            project.AddOther(_columns[i].Column.FullHeader.Length == 0 ? $"Column {i + 1}"
                : _columns[i].Column.FullHeader, CellText.Text(row.Lines(i))!);
        }

        foreach (var note in row.Footnotes)
        {
            project.AddOther("Footnote", note);
        }
    }

    [GeneratedRegex(@"\b(?:revised|new|extended|current|forecast|expected)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Revised();
}
