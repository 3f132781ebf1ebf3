namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>
/// Makes text harmless for a cell of a spreadsheet: what a program would take for a formula gets an apostrophe before it.
/// For text alone; a number that is written as a number stays one. <see cref="Back"/> undoes it without loss.
/// </summary>
public static class FormulaInjectionGuard
{
    private const char Guard = '\'';
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text as a cell may hold it.</summary>
    public static string Of(string text) => NeedsGuard(text) ? Guard + text : text;

    /// <summary>The text as it was before <see cref="Of"/>.</summary>
    public static string Back(string cell) => cell.StartsWith(Guard) && NeedsGuard(cell) ? cell[1..] : cell;

    private static bool NeedsGuard(string text)
    {
        var bare = text.AsSpan().TrimStart(Guard);
        return bare.Length > 0 && Starts.Contains(bare[0], StringComparison.Ordinal);
    }
}
