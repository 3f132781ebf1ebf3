using FluentValidation;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The fields of a partnership's words and of the columns of its plan.</summary>
public abstract class LayoutFields : FormFields
{
    public const int WordMaxLength = 40;

    public string? Recommendation { get; set; }
    public string? StretchAim { get; set; }
    public string? KeyDriver { get; set; }
    public string? ImprovementProject { get; set; }
    public string? SubAction { get; set; }
    public string? Measure { get; set; }
    public bool ShowVision { get; set; }
    public bool ShowKeyOutcomes { get; set; }
    public bool ShowDrivers { get; set; }
    public List<LayoutColumn> Columns { get; set; } = [];

    /// <summary>The row that a button has just moved, so that the keyboard stays with it.</summary>
    public int? Moved { get; private set; }

    public Vocabulary Vocabulary() => new()
    {
        Recommendation = Recommendation,
        StretchAim = StretchAim,
        KeyDriver = KeyDriver,
        ImprovementProject = ImprovementProject,
        SubAction = SubAction,
        Measure = Measure,
    };

    public PlanLayout Layout() => new()
    {
        ShowVision = ShowVision,
        ShowKeyOutcomes = ShowKeyOutcomes,
        ShowDrivers = ShowDrivers,
        Columns = [.. Columns.Where(c => c.Field is not null).Select(c => new PlanColumn(c.Field!.Value, c.Label, c.Group, c.Note))],
    };

    /// <summary>Does what a button asked for: "up-2", "down-2", "remove-2", "column". Nothing is saved by it.</summary>
    public override void AddSpareRows()
    {
        var (verb, row) = More?.Split('-') is [var word, var number] && int.TryParse(number, out var index) && index >= 0 && index < Columns.Count
            ? (word, index)
            : (More, -1);
        switch (verb)
        {
            case "up" when row > 0:
                Move(row, row - 1);
                break;
            case "down" when row >= 0 && row < Columns.Count - 1:
                Move(row, row + 1);
                break;
            case "remove" when row >= 0:
                Columns.RemoveAt(row);
                break;
            case "column" when Columns.Count < PlanLayout.ColumnsMaximum:
                Columns.Add(new LayoutColumn());
                Moved = Columns.Count - 1;
                break;
        }
    }

    public override IReadOnlyList<Difference> CompareWith(FormFields stored) => stored is not LayoutFields theirs
        ? []
        : Difference.Among(
            ("Recommendation", theirs.Recommendation, Recommendation),
            ("Aim", theirs.StretchAim, StretchAim),
            ("Driver", theirs.KeyDriver, KeyDriver),
            ("Project", theirs.ImprovementProject, ImprovementProject),
            ("Step", theirs.SubAction, SubAction),
            ("Measure", theirs.Measure, Measure),
            ("What stands above the rows", theirs.LevelWords(), LevelWords()),
            ("Columns", theirs.ColumnWords(), ColumnWords()));

    private string LevelWords() => string.Join(", ", new[] { ShowVision ? "vision" : null, ShowKeyOutcomes ? "key outcomes" : null, ShowDrivers ? "drivers" : null }.Where(w => w is not null));

    private string ColumnWords() => string.Join('\n', Columns.Where(c => c.Field is not null).Select(c =>
        string.Join(" · ", new[] { PlanFieldWords.Of(c.Field!.Value, new Vocabulary()), c.Label, c.Group, c.Note }.Where(w => w is not null))));

    private void Move(int from, int to)
    {
        (Columns[from], Columns[to]) = (Columns[to], Columns[from]);
        Moved = to;
    }
}

/// <summary>A column as typed. Without a field it is not one.</summary>
public sealed class LayoutColumn
{
    public PlanField? Field { get; set; }
    public string? Label { get; set; }
    public string? Group { get; set; }
    public string? Note { get; set; }
}

public sealed class LayoutFormPage : FormPage
{
    public IReadOnlyList<SelectListItem> Fields { get; } =
        [.. Enum.GetValues<PlanField>().Select(f => new SelectListItem(Describe(f), f.ToString()))];

    private static string Describe(PlanField field) => field switch
    {
        PlanField.Number => "Number",
        PlanField.What => "What will be done",
        PlanField.Leads => "Who leads",
        PlanField.Evidence => "Evidence, in the plan’s words",
        PlanField.Measures => "Measures with targets",
        PlanField.Updates => "All updates",
        PlanField.Recommendations => "Recommendations answered",
        PlanField.Reference => "Reference to another plan",
        PlanField.SubActions => "Sub-actions, all that no column below shows",
        PlanField.OtherActions => "Sub-actions: other",
        _ when PlanFieldWords.CategoryOf(field) is { } category => $"Sub-actions: {Words(Projects.ProjectWords.Of(category))}",
        _ => PlanFieldWords.Of(field, new Vocabulary()),
    };

    private static string Words(string category) => category.ToLowerInvariant();
}

internal sealed class LayoutRules : AbstractValidator<LayoutFields>
{
    public LayoutRules()
    {
        RuleFor(c => c.Recommendation).Fits(LayoutFields.WordMaxLength);
        RuleFor(c => c.StretchAim).Fits(LayoutFields.WordMaxLength);
        RuleFor(c => c.KeyDriver).Fits(LayoutFields.WordMaxLength);
        RuleFor(c => c.ImprovementProject).Fits(LayoutFields.WordMaxLength);
        RuleFor(c => c.SubAction).Fits(LayoutFields.WordMaxLength);
        RuleFor(c => c.Measure).Fits(LayoutFields.WordMaxLength);
        RuleFor(c => c).Custom((fields, context) => Words(fields, (field, message) => context.AddFailure(field, message)));
        RuleFor(c => c).Custom((fields, context) => Columns(fields, (field, message) => context.AddFailure(field, message)));
    }

    private static void Words(LayoutFields fields, Action<string, string> fail)
    {
        var seen = new List<string>();
        var all = fields.Vocabulary();
        foreach (var (name, typed, word) in new[]
        {
            (nameof(fields.Recommendation), fields.Recommendation, all.RecommendationWord), (nameof(fields.StretchAim), fields.StretchAim, all.StretchAimWord),
            (nameof(fields.KeyDriver), fields.KeyDriver, all.KeyDriverWord), (nameof(fields.ImprovementProject), fields.ImprovementProject, all.ImprovementProjectWord),
            (nameof(fields.SubAction), fields.SubAction, all.SubActionWord), (nameof(fields.Measure), fields.Measure, all.MeasureWord),
        })
        {
            if (typed is not null && !typed.Any(char.IsLetter))
            {
                fail(name, "Use letters, or leave it empty for the portal’s word");
            }
            else if (seen.Contains(Plain(word)))
            {
                fail(name, $"Choose another word: “{word}” is used twice");
            }

            seen.Add(Plain(word));
        }
    }

    private static void Columns(LayoutFields fields, Action<string, string> fail)
    {
        var chosen = fields.Columns.Where(c => c.Field is not null).ToList();
        if (chosen.Count > PlanLayout.ColumnsMaximum)
        {
            fail(nameof(fields.Columns), $"Keep to {PlanLayout.ColumnsMaximum} columns: remove {chosen.Count - PlanLayout.ColumnsMaximum}");
        }

        if (chosen.TrueForAll(c => c.Field != PlanField.What))
        {
            fail(nameof(fields.Columns), "Add a column for what will be done: it names the work and leads to it");
        }

        var (held, labels) = (new HashSet<PlanField>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < fields.Columns.Count; i++)
        {
            Column(fields, i, held, labels, (field, message) => fail($"{nameof(fields.Columns)}[{i}].{field}", message));
        }
    }

    private static void Column(LayoutFields fields, int index, HashSet<PlanField> held, HashSet<string> labels, Action<string, string> fail)
    {
        var column = fields.Columns[index];
        TooLong(nameof(column.Label), column.Label, PlanColumn.LabelMaxLength, fail);
        TooLong(nameof(column.Group), column.Group, PlanColumn.LabelMaxLength, fail);
        TooLong(nameof(column.Note), column.Note, PlanColumn.NoteMaxLength, fail);
        if (column.Field is not { } field)
        {
            if (column.Label is not null || column.Group is not null || column.Note is not null)
            {
                fail(nameof(column.Field), "Choose what the column holds, or remove it");
            }

            return;
        }

        if (!Enum.IsDefined(field))
        {
            fail(nameof(column.Field), "Choose from the list what the column holds");
            return;
        }

        if (!held.Add(field))
        {
            fail(nameof(column.Field), "Choose something else: another column holds this already");
        }

        var label = column.Label ?? PlanFieldWords.Of(field, fields.Vocabulary());
        if (!label.Any(char.IsLetterOrDigit))
        {
            fail(nameof(column.Label), "Use letters in the label, or leave it empty for the portal’s word");
        }
        else if (!labels.Add(Plain(label)))
        {
            fail(nameof(column.Label), $"Choose another label: two columns are called “{label}”");
        }
    }

    private static void TooLong(string field, string? text, int limit, Action<string, string> fail)
    {
        if (text?.Length > limit)
        {
            fail(field, $"Shorten this to {limit} characters or fewer");
        }
    }

    /// <summary>The word without what does not tell it from another: case, spaces, marks at its end.</summary>
    private static string Plain(string word) => string.Concat(word.Where(c => !char.IsWhiteSpace(c))).TrimEnd('*').ToUpperInvariant();
}
