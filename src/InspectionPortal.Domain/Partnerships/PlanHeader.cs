namespace InspectionPortal.Domain.Partnerships;

/// <summary>The header of the plan's table in the partnership's words: one row, or two where columns share a group.</summary>
public sealed record PlanHeader(IReadOnlyList<PlanHeading> Top, IReadOnlyList<PlanHeading> Below, IReadOnlyList<PlanHeading> Columns)
{
    public bool HasTwoLevels => Below.Count > 0;

    /// <summary>What the plan says of its columns, with the marks that the header carries.</summary>
    public IEnumerable<PlanHeading> Notes => Columns.Where(c => c.Mark is not null);

    public static PlanHeader Of(PlanLayout layout, Vocabulary vocabulary)
    {
        var marks = 0;
        var columns = layout.Columns.Select(c => Head(c, vocabulary, c.Note is null ? 0 : ++marks)).ToList();
        if (columns.TrueForAll(c => c.Group is null))
        {
            return new PlanHeader(columns, [], columns);
        }

        var top = new List<PlanHeading>();
        foreach (var column in columns)
        {
            if (column.Group is { } group && top.Count > 0 && top[^1] is { Field: null } before && before.Label == group)
            {
                top[^1] = before with { Span = before.Span + 1 };
                continue;
            }

            top.Add(column.Group is null ? column with { Rows = 2 } : new PlanHeading(null, column.Group, null, null, null) { Span = 1 });
        }

        return new PlanHeader(top, [.. columns.Where(c => c.Group is not null)], columns);
    }

    /// <summary>A label that ends in marks of its own ("Leadership***") keeps them.</summary>
    private static PlanHeading Head(PlanColumn column, Vocabulary vocabulary, int number)
    {
        var label = column.Label ?? PlanFieldLabels.Of(column.Field, vocabulary);
        var bare = label.TrimEnd('*');
        var mark = number == 0 ? null : bare.Length < label.Length ? label[bare.Length..] : number <= 3 ? new string('*', number) : $"{number}";
        return new PlanHeading(column.Field, mark is null ? label : bare.TrimEnd(), column.Group, column.Note, mark);
    }
}
