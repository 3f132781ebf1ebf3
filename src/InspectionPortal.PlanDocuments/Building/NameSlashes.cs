namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Parts names at slashes.</summary>
internal static class NameSlashes
{
    /// <summary>Parts at a slash that stands between names: not in "and/or", nor in a figure such as "16/17".</summary>
    public static List<string> Part(string text)
    {
        var sides = new List<string>();
        var from = 0;
        for (var at = text.IndexOf('/', StringComparison.Ordinal); at >= 0; at = text.IndexOf('/', at + 1))
        {
            if (PartsNames(text.AsSpan(0, at), text.AsSpan(at + 1)))
            {
                sides.Add(text[from..at].Trim());
                from = at + 1;
            }
        }

        sides.Add(text[from..].Trim());
        sides.RemoveAll(s => s.Length == 0);
        return sides;
    }

    private static bool PartsNames(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var isOr = after.StartsWith("or", StringComparison.OrdinalIgnoreCase) && (after.Length == 2 || !IsWordSign(after[2]));
        var isAnd = before.EndsWith("and", StringComparison.OrdinalIgnoreCase) && (before.Length == 3 || !IsWordSign(before[^4]));
        var isBehindFigure = before.Length > 0 && char.IsDigit(before[^1]);
        return !isOr && ((!isBehindFigure && !isAnd) || after.Length == 0 || !char.IsDigit(after[0]));
    }

    private static bool IsWordSign(char sign) => char.IsLetterOrDigit(sign) || sign == '_';
}
