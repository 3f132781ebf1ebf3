namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>The words of a node broken into lines for its column, and how high they make it.</summary>
/// <param name="Lines">Its name.</param>
/// <param name="Facts">Lines of its own below the name.</param>
/// <param name="Measure">Its measure, beside or below the name.</param>
/// <param name="AreMeasuresBeside">True at the right, false below.</param>
/// <param name="AreChipsBeside">True at the right, false below.</param>
/// <param name="ChipWidths">Width of each box of recommendations.</param>
/// <param name="Height">Height of the node.</param>
public sealed record NodeLayout(
    IReadOnlyList<string> Lines, IReadOnlyList<string> Facts, IReadOnlyList<string> Measure, bool AreMeasuresBeside, bool AreChipsBeside,
    IReadOnlyList<double> ChipWidths, double Height)
{
    public const double TextSize = 16;
    public const double TextLine = 20;
    public const double SmallSize = 14;
    public const double SmallLine = 18;
    public const double ChipHeight = 24;
    public const double ChipGap = 4;
    public const double Right = 12;
    public const double LeftOfText = 40;
    public const double MeasureWidth = 112;

    /// <summary>Room for the shape before a signal.</summary>
    public const double SignalRoom = 18;

    private const double LeftOfPlan = 16;
    private const double Above = 8;
    private const double LeastHeight = 56;
    private const double LeastAim = 76;
    private const double WideEnoughForMeasure = 400;
    private const double LeastText = 150;
    private const double ChipPadding = 16;
    private const int MostLines = 6;
    private const int MostMeasureLines = 3;

    /// <summary>Where the words begin, from the left edge of a node.</summary>
    public static double TextLeft(DiagramLevel level) => level == DiagramLevel.Plan ? LeftOfPlan : LeftOfText;

    /// <summary>The face of a node in a column of this width.</summary>
    public static NodeLayout Of(DiagramNode node, double width)
    {
        ArgumentNullException.ThrowIfNull(node);
        var room = width - TextLeft(node.Level) - Right;
        var measure = node.Measures switch
        {
            null => null,
            [] => node.Level == DiagramLevel.Project ? "No measure" : null,
            [var only] => only,
            [var first, ..] => $"{first} +{node.Measures.Count - 1}",
        };
        var isBeside = measure is not null && node.Level == DiagramLevel.Project && width >= WideEnoughForMeasure;
        var forText = room - (isBeside ? MeasureWidth + Right : 0);
        var chips = node.Answers.Select(a => (TextWidth.Of(a.Words, SmallSize, isBold: false) * TextWidth.WidestFont) + ChipPadding).ToList();
        var areChipsBeside = chips.Count > 0 && forText - chips.Max() - Right >= LeastText;
        forText -= areChipsBeside ? chips.Max() + Right : 0;
        var lines = Wrap(node.Name, forText, TextSize, node.Level != DiagramLevel.Project, MostLines);
        var said = measure is null ? [] : Wrap(measure, isBeside ? MeasureWidth : room, SmallSize, isBold: false, isBeside ? MostMeasureLines : 1);
        var facts = node.Facts.SelectMany(f => Wrap(f, room - (node.Signal is null ? 0 : SignalRoom), TextSize, isBold: node.Signal is not null, MostLines)).ToList();
        var face = new NodeLayout(lines, facts, said, isBeside, areChipsBeside, chips, 0);
        return face with { Height = Math.Max(node.Level == DiagramLevel.Aim ? LeastAim : LeastHeight, face.Content() + (2 * Above)) };
    }

    /// <summary>The text in lines that fit whichever font they are drawn in: the box grows, and no word leaves it.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool isBold, int most) =>
        TextWidth.Wrap(text, width / TextWidth.WidestFont, size, isBold, most);

    /// <summary>Height of the words without the room above and below.</summary>
    public double Content()
    {
        var words = MainHeight();
        var beside = Math.Max(AreMeasuresBeside ? Measure.Count * SmallLine : 0, AreChipsBeside ? ChipsHeight() : 0);
        return Math.Max(words, beside);
    }

    /// <summary>Height of what stands in the column of the name.</summary>
    public double MainHeight() => ((Lines.Count + Facts.Count) * TextLine)
        + (AreMeasuresBeside ? 0 : Measure.Count * SmallLine)
        + (AreChipsBeside || ChipWidths.Count == 0 ? 0 : ChipsHeight() + ChipGap);

    /// <summary>Height of the boxes of recommendations, one below the other.</summary>
    public double ChipsHeight() => (ChipWidths.Count * ChipHeight) + ((ChipWidths.Count - 1) * ChipGap);
}
