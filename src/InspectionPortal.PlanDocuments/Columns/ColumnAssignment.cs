namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>
/// Gives each column of a table a field so that the scores add up to the most, where some fields may be given once. The
/// assignment problem, solved exactly (Kuhn and Munkres): each field that is given once is a place, and each column has a
/// place of its own for the best of the others.
/// </summary>
internal static class ColumnAssignment
{
    /// <summary>Fields that a project has once.</summary>
    public static readonly IReadOnlyList<ImportField> Once = [ImportField.Title, ImportField.Number, ImportField.Deadline, ImportField.Aim];

    /// <summary>A plan says what will be done, so a column for it is worth more than its score.</summary>
    private const double TitleIsNeeded = 0.25;

    /// <summary>The field of each column.</summary>
    public static ImportField[] Best(IReadOnlyList<Dictionary<ImportField, double>> scores, IReadOnlyList<ImportField?> settled)
    {
        var open = Enumerable.Range(0, scores.Count).Where(i => settled[i] is null).ToList();
        var single = Once.Where(f => !settled.Contains(f)).ToList();
        var value = new double[open.Count, single.Count + open.Count];
        for (var i = 0; i < open.Count; i++)
        {
            var own = scores[open[i]];
            for (var s = 0; s < single.Count; s++)
            {
                value[i, s] = own.GetValueOrDefault(single[s], -1) + (single[s] == ImportField.Title ? TitleIsNeeded : 0) - (0.002 * i);
            }

            for (var s = single.Count; s < value.GetLength(1); s++)
            {
                value[i, s] = s - single.Count == i ? Shared(own).Score : -2;
            }
        }

        var places = Solve(value);
        var fields = settled.Select(f => f ?? ImportField.Other).ToArray();
        for (var i = 0; i < open.Count; i++)
        {
            fields[open[i]] = places[i] < single.Count ? single[places[i]] : Shared(scores[open[i]]).Field;
        }

        return fields;
    }

    private static (ImportField Field, double Score) Shared(Dictionary<ImportField, double> scores) =>
        scores.Where(s => !Once.Contains(s.Key)).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => (s.Key, s.Value)).First();

    /// <summary>The place of each row so that the values add up to the most; there are at least as many places as rows.</summary>
    private static int[] Solve(double[,] value)
    {
        var (rows, columns) = (value.GetLength(0), value.GetLength(1));
        var (rowPrice, columnPrice) = (new double[rows + 1], new double[columns + 1]);
        var (taken, way) = (new int[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            taken[0] = row;
            var at = 0;
            var least = Enumerable.Repeat(double.PositiveInfinity, columns + 1).ToArray();
            var used = new bool[columns + 1];
            do
            {
                used[at] = true;
                var (current, delta, next) = (taken[at], double.PositiveInfinity, 0);
                for (var column = 1; column <= columns; column++)
                {
                    if (used[column])
                    {
                        continue;
                    }

                    var cost = -value[current - 1, column - 1] - rowPrice[current] - columnPrice[column];
                    if (cost < least[column])
                    {
                        (least[column], way[column]) = (cost, at);
                    }

                    if (least[column] < delta)
                    {
                        (delta, next) = (least[column], column);
                    }
                }

                for (var column = 0; column <= columns; column++)
                {
                    if (used[column])
                    {
                        rowPrice[taken[column]] += delta;
                        columnPrice[column] -= delta;
                    }
                    else
                    {
                        least[column] -= delta;
                    }
                }

                at = next;
            }
            while (taken[at] != 0);

            while (at != 0)
            {
                var before = way[at];
                taken[at] = taken[before];
                at = before;
            }
        }

        var places = new int[rows];
        for (var column = 1; column <= columns; column++)
        {
            if (taken[column] > 0)
            {
                places[taken[column] - 1] = column - 1;
            }
        }

        return places;
    }
}
