using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Forms;

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
    public bool ShowRiskToScrutiny { get; set; }
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
        ShowRiskToScrutiny = ShowRiskToScrutiny,
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
            ("Shown above the rows", theirs.LevelWords(), LevelWords()),
            ("Risk shown to scrutiny bodies", theirs.ShowRiskToScrutiny ? "Yes" : null, ShowRiskToScrutiny ? "Yes" : null),
            ("Columns", theirs.ColumnWords(), ColumnWords()));

    private string LevelWords() => string.Join(", ", new[] { ShowVision ? "vision" : null, ShowKeyOutcomes ? "key outcomes" : null, ShowDrivers ? "drivers" : null }.Where(w => w is not null));

    private string ColumnWords() => string.Join('\n', Columns.Where(c => c.Field is not null).Select(c =>
        string.Join(" · ", new[] { PlanFieldLabels.Of(c.Field!.Value, new Vocabulary()), c.Label, c.Group, c.Note }.Where(w => w is not null))));

    private void Move(int from, int to)
    {
        (Columns[from], Columns[to]) = (Columns[to], Columns[from]);
        Moved = to;
    }
}

internal sealed class LayoutRules : AbstractValidator<LayoutFields>
{
    public LayoutRules()
    {
        RuleFor(c => c.Recommendation).MaxLength(LayoutFields.WordMaxLength);
        RuleFor(c => c.StretchAim).MaxLength(LayoutFields.WordMaxLength);
        RuleFor(c => c.KeyDriver).MaxLength(LayoutFields.WordMaxLength);
        RuleFor(c => c.ImprovementProject).MaxLength(LayoutFields.WordMaxLength);
        RuleFor(c => c.SubAction).MaxLength(LayoutFields.WordMaxLength);
        RuleFor(c => c.Measure).MaxLength(LayoutFields.WordMaxLength);
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
                fail(name, "Enter a word with letters, or leave it empty to use the portal’s word");
            }
            else if (seen.Contains(Plain(word)))
            {
                fail(name, $"Enter a different word: “{word}” is used twice");
            }

            seen.Add(Plain(word));
        }
    }

    private static void Columns(LayoutFields fields, Action<string, string> fail)
    {
        var chosen = fields.Columns.Where(c => c.Field is not null).ToList();
        if (chosen.Count > PlanLayout.ColumnsMaximum)
        {
            fail(nameof(fields.Columns), $"Choose {PlanLayout.ColumnsMaximum} columns or fewer: remove {chosen.Count - PlanLayout.ColumnsMaximum}");
        }

        if (chosen.TrueForAll(c => c.Field != PlanField.What))
        {
            fail(nameof(fields.Columns), "Add the column “What will be done”: it links to each item");
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
                fail(nameof(column.Field), "Choose what to show in this column, or remove it");
            }

            return;
        }

        if (!Enum.IsDefined(field))
        {
            fail(nameof(column.Field), "Choose from the list what to show in this column");
            return;
        }

        if (!held.Add(field))
        {
            fail(nameof(column.Field), "Another column already shows this. Choose something else");
        }

        var label = column.Label ?? PlanFieldLabels.Of(field, fields.Vocabulary());
        if (!label.Any(char.IsLetterOrDigit))
        {
            fail(nameof(column.Label), "Enter a label with letters, or leave it empty to use the portal’s word");
        }
        else if (!labels.Add(Plain(label)))
        {
            fail(nameof(column.Label), $"Enter a different label: two columns are called “{label}”");
        }
    }

    private static void TooLong(string field, string? text, int limit, Action<string, string> fail)
    {
        if (text?.Length > limit)
        {
            fail(field, TypedInput.TooLong(limit));
        }
    }

    /// <summary>The word without what does not tell it from another: case, spaces, marks at its end.</summary>
    private static string Plain(string word) => string.Concat(word.Where(c => !char.IsWhiteSpace(c))).TrimEnd('*').ToUpperInvariant();
}
