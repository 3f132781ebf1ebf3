namespace InspectionPortal.Web.Identity;

/// <summary>Finds passwords that are walks over the keyboard, runs of the alphabet or of numbers, or one sign again and again.</summary>
public static class PasswordRuns
{
    /// <summary>A password of digits alone has to be longer than a telephone number, a date or a card number.</summary>
    private const int ShortestNumber = 18;

    private const int ShortestRun = 3;
    private const int FewestDifferent = 5;

    private static readonly string[] Rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>True where the text is made of nothing else.</summary>
    /// <param name="plain">Small letters and digits; see <see cref="PasswordShape.Plain"/>.</param>
    public static bool IsNothingElse(string plain) =>
        (plain.Length < ShortestNumber && plain.All(char.IsDigit)) || plain.Distinct().Count() < FewestDifferent || IsMadeOfRuns(plain);

    /// <summary>True where the text can be cut into runs of three or more, each sign next to the one before.</summary>
    private static bool IsMadeOfRuns(string plain)
    {
        // reached[i]: the first i signs are runs already. A run that goes on extends all that began before it.
        var reached = new bool[plain.Length + 1];
        reached[0] = true;
        for (var end = ShortestRun; end <= plain.Length; end++)
        {
            for (var start = end - 1; start > 0 && Follows(plain[start - 1], plain[start]); start--)
            {
                if (end - start + 1 >= ShortestRun && reached[start - 1])
                {
                    reached[end] = true;
                    break;
                }
            }
        }

        return plain.Length > 0 && reached[plain.Length];
    }

    private static bool Follows(char before, char now) => Math.Abs(now - before) <= 1 || AreNeighbours(before, now);

    /// <summary>True where the keys touch: side by side, or one above the other.</summary>
    private static bool AreNeighbours(char one, char other)
    {
        var (a, b) = (Place(one), Place(other));
        return a is var (rowA, columnA) && b is var (rowB, columnB) && (rowB - rowA) switch
        {
            0 => Math.Abs(columnA - columnB) <= 1,
            1 => columnB - columnA is 0 or -1,
            -1 => columnB - columnA is 0 or 1,
            _ => false,
        };
    }

    private static (int Row, int Column)? Place(char key)
    {
        for (var row = 0; row < Rows.Length; row++)
        {
            if (Rows[row].IndexOf(key, StringComparison.Ordinal) is >= 0 and var column)
            {
                return (row, column);
            }
        }

        return null;
    }
}
