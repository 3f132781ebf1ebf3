using System.Globalization;

namespace InspectionPortal.Domain.Deadlines;

/// <summary>A run of letters, a run of digits, or one other character.</summary>
/// <param name="Kind">Which of the three it is.</param>
/// <param name="Text">In lower case.</param>
/// <param name="Start">Where it starts in the text, in characters.</param>
/// <param name="End">One past its last character.</param>
/// <param name="AfterBreak">A line, paragraph or bullet starts here.</param>
internal readonly record struct DeadlineToken(DeadlineTokenKind Kind, string Text, int Start, int End, bool AfterBreak)
{
    public bool IsWord => Kind == DeadlineTokenKind.Word;

    /// <summary>The value of a run of up to four digits; otherwise -1.</summary>
    public int Number => Kind == DeadlineTokenKind.Number && Text.Length <= 4
        ? int.Parse(Text, NumberStyles.None, CultureInfo.InvariantCulture)
        : -1;

    public int Digits => Kind == DeadlineTokenKind.Number ? Text.Length : 0;
}
