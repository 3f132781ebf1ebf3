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

        var places = new Matching(value).Solve();
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
    private sealed class Matching(double[,] value)
    {
        private readonly double[] _rowPrice = new double[value.GetLength(0) + 1];
        private readonly double[] _columnPrice = new double[value.GetLength(1) + 1];
        private readonly int[] _taken = new int[value.GetLength(1) + 1];
        private readonly int[] _way = new int[value.GetLength(1) + 1];

        public int[] Solve()
        {
            var places = new int[value.GetLength(0)];
            for (var row = 1; row <= places.Length; row++)
            {
                for (var at = Reach(row); at != 0; at = _way[at])
                {
                    _taken[at] = _taken[_way[at]];
                }
            }

            for (var column = 1; column < _taken.Length; column++)
            {
                if (_taken[column] > 0)
                {
                    places[_taken[column] - 1] = column - 1;
                }
            }

            return places;
        }

        /// <summary>The free place at the end of the cheapest way from a row; the way is noted.</summary>
        private int Reach(int row)
        {
            _taken[0] = row;
            var at = 0;
            var least = Enumerable.Repeat(double.PositiveInfinity, _taken.Length).ToArray();
            var used = new bool[_taken.Length];
            do
            {
                used[at] = true;
                at = Next(at, least, used);
            }
            while (_taken[at] != 0);

            return at;
        }

        private int Next(int at, double[] least, bool[] used)
        {
            var (current, delta, next) = (_taken[at], double.PositiveInfinity, 0);
            for (var column = 1; column < used.Length; column++)
            {
                if (used[column])
                {
                    continue;
                }

                var cost = -value[current - 1, column - 1] - _rowPrice[current] - _columnPrice[column];
                if (cost < least[column])
                {
                    (least[column], _way[column]) = (cost, at);
                }

                if (least[column] < delta)
                {
                    (delta, next) = (least[column], column);
                }
            }

            for (var column = 0; column < used.Length; column++)
            {
                if (used[column])
                {
                    _rowPrice[_taken[column]] += delta;
                    _columnPrice[column] -= delta;
                }
                else
                {
                    least[column] -= delta;
                }
            }

            return next;
        }
    }
}
