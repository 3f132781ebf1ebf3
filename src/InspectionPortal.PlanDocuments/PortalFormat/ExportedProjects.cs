using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Building;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>Makes projects of rows that the portal wrote, by the rules it wrote them with.</summary>
internal sealed class ExportedProjects(ImportHints hints, ImportIssues issues, PlanCopyCells? unchanged)
{
    private const string Signs = "●▲■◆⬢▬○ ";
    private const string With = "with ";
    private const string InConsultation = "in consultation with ";

    private static readonly (SubActionCategory Category, PlanField Field)[] Categories =
        [.. Enum.GetValues<PlanField>().Where(f => PlanFieldLabels.CategoryOf(f) is not null).Select(f => (PlanFieldLabels.CategoryOf(f)!.Value, f))];

    private readonly LeadNames _names = new(hints);

    /// <summary>
    /// Of a file that becomes a new plan, cells that still say what they said when the file was written are left to the copy of the
    /// plan in it, which has all of it.
    /// </summary>
    public static ExportedProjects Of(SourceDocument document, ImportHints hints, ImportIssues issues) =>
        new(hints, issues, hints.IsNewPlan ? document.Copy?.Read().Cells : null);

    /// <summary>True where the vision of an aim still says what it said when the file was written.</summary>
    public bool IsUnchanged(ImportedAim aim, IEnumerable<SourceLine> vision) =>
        unchanged?.IsSame(PlanCopyCells.KeyOfAim(aim.Number), nameof(ExportedDetail.Vision), vision) == true;

    public ImportedProject Build(ExportedRow row)
    {
        if (unchanged is not null)
        {
            row.Forget(unchanged);
        }

        var project = new ImportedProject
        {
            Title = row.Word(PlanField.What),
            Source = row.Where,
            Number = Said(row.Word(PlanField.Number)),
            Progress = ExportedText.Said(row[PlanField.Updates]) ?? ExportedText.Said(row[PlanField.LatestUpdate]),
            Status = Said(row.Word(PlanField.Status)),
            Rag = Said(string.Join(' ', row[PlanField.Rating].Select(l => l.Text)).TrimStart([.. Signs])) is { } rating && rating != Rating.NotRated.Name ? rating : null,
            Recommendations = [.. row.Word(PlanField.Recommendations).Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Replace(" (inferred)", string.Empty, StringComparison.Ordinal))],
            Measures = [.. ExportedText.Items(row[PlanField.Measures]).Select(m => MeasureLine.Title(m.Text)).Select(t => new ImportedMeasure(t, MeasureText.Kind(t)))],
        };
        foreach (var field in ProjectFields.OwnColumns)
        {
            project.SetText(field, ExportedText.Said(row[field.Column!.Value]));
        }

        AddLeads(row, project);
        if (ExportedText.Of(row[PlanField.Deadline]) is { Length: > 0 } deadline)
        {
            project.Deadline = Understood(deadline, row.Where);
        }

        foreach (var (category, field) in Categories)
        {
            AddSteps(row, project, row[field], category);
        }

        AddSteps(row, project, row[PlanField.SubActions], null);
        AddOwners(row, project);
        AddOthers(row, project);
        return project;
    }

    /// <summary>As the portal itself understands the words, so that what it holds already comes back the same.</summary>
    private ImportedDeadline Understood(string words, string where)
    {
        var deadline = DeadlineParser.Parse(words);
        if (deadline.Kind == DeadlineKind.Unclear)
        {
            issues.Warn(where, $"There is no date in the deadline '{EnglishText.Cut(words, 80)}'. It is kept as written.");
        }

        return ImportedDeadline.Of(deadline);
    }

    private void AddLeads(ExportedRow row, ImportedProject project)
    {
        var words = row[PlanField.Leads];
        project.LeadsText = words.Count == 0 ? null : ExportedText.Of(words);
        var each = row.Word(ExportedDetail.EachLead).Split("; ", StringSplitOptions.RemoveEmptyEntries);
        project.Leads = each.Length > 0 ? [.. each.Select(Lead)] : _names.Read(words);
        foreach (var unknown in project.Leads.Where(l => _names.HasKnown && !_names.Knows(l.Name)))
        {
            issues.Warn(row.Where, $"Lead '{unknown.Name}' is not known. It will be added as a new responsibility unless you choose another.");
        }
    }

    private static ImportedLead Lead(string words) => words switch
    {
        _ when words.StartsWith(InConsultation, StringComparison.Ordinal) => new ImportedLead(words[InConsultation.Length..], ImportedLead.InConsultationWith),
        _ when words.StartsWith(With, StringComparison.Ordinal) => new ImportedLead(words[With.Length..], ImportedLead.With),
        _ => new ImportedLead(words, ImportedLead.Lead),
    };

    private void AddSteps(ExportedRow row, ImportedProject project, IReadOnlyList<SourceLine> lines, SubActionCategory? own)
    {
        foreach (var (isItem, text) in ExportedText.Items(lines))
        {
            var (category, words) = own is { } known ? (known, text) : CategoryLabels.Read(text);
            if (!isItem)
            {
                project.AddNote(Wire(category), words);
                continue;
            }

            var step = StepLine.Read(words);
            var owners = step.Owners is null ? [] : _names.Read(step.Owners).Select(o => o.Name).ToList();
            var deadline = step.Deadline is null ? ImportedDeadline.None : Understood(step.Deadline, row.Where);
            project.SubActions.Add(new ImportedSubAction(Wire(category), step.Text, owners, deadline));
        }
    }

    private static void AddOwners(ExportedRow row, ImportedProject project)
    {
        var places = Enumerable.Range(0, project.SubActions.Count).ToLookup(i => project.SubActions[i].Category, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var (category, number, owners) in row[ExportedDetail.EachOwner].Select(l => OwnerLine.Read(l.Text)).OfType<(SubActionCategory, int, IReadOnlyList<string>)>())
        {
            if (places.TryGetValue(Wire(category), out var own) && number >= 1 && number <= own.Count)
            {
                project.SubActions[own[number - 1]] = project.SubActions[own[number - 1]] with { Owners = owners };
            }
        }
    }

    private static void AddOthers(ExportedRow row, ImportedProject project)
    {
        project.Own = new ExportedExtras(
            ExportedText.Said(row[ExportedDetail.OwnWords]), ExportedText.Said(row[ExportedDetail.Reason]), ExportedText.Said(row[PlanField.Forecast]),
            ExportedText.Said(row[PlanField.Reference]), ExportedText.Said(row[ExportedDetail.Unclear]));
        foreach (var (header, text) in row.Others.Where(o => o.Text.Length > 0))
        {
            project.AddOther(header, text);
        }
    }

    /// <summary>The category's name in the contract.</summary>
    public static string Wire(SubActionCategory category) =>
        category == SubActionCategory.ClosingTheLoop ? "closing-the-loop" : category.ToString().ToLowerInvariant();

    private static string? Said(string words) => words.Length == 0 ? null : words;
}
