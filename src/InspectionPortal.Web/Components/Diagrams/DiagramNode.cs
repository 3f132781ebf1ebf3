using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>A node of the driver diagram, as the drawing and its list say it.</summary>
/// <param name="Key">Its place in the order of the list.</param>
/// <param name="Level">What it stands for.</param>
/// <param name="Href">Its page, below the partnership.</param>
/// <param name="Number">Its number, where it has one.</param>
/// <param name="Text">Its words.</param>
/// <param name="Rating">Its rating, or the worst below it; null where it has none.</param>
/// <param name="Answers">Recommendations it answers, stated first.</param>
/// <param name="Measures">Names of its measures; null where the diagram does not speak of them.</param>
/// <param name="Facts">More lines, of the plan.</param>
/// <param name="IsInferred">True where it answers what is asked for only by a link that the portal inferred.</param>
/// <param name="Children">What hangs on it.</param>
public sealed record DiagramNode(
    int Key, DiagramLevel Level, string Href, string? Number, string Text, Rating? Rating, IReadOnlyList<DiagramChip> Answers,
    IReadOnlyList<string>? Measures, IReadOnlyList<string> Facts, bool IsInferred, IReadOnlyList<DiagramNode> Children)
{
    /// <summary>Index of its column.</summary>
    public int Column { get; init; }

    /// <summary>The gravest signal of its own measures, said by the last of its facts; null where they give none.</summary>
    public SignalKind? Signal { get; init; }

    /// <summary>"2.3 Monthly supervision".</summary>
    public string Name => Level == DiagramLevel.Aim ? EnglishText.Numbered(Number, Text) : Number is null ? Text : $"{Number} {Text}";

    /// <summary>All that the node says, for those who hear it or point at it.</summary>
    public string Said => string.Join(
        ". ",
        new[] { Name.TrimEnd('.'), Rating?.Name }.Concat(Answers.Select(a => a.Said)).Append(MeasureSaid).Concat(Facts)
            .Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>"Measured by …" or "No measure"; null where the diagram does not speak of measures.</summary>
    public string? MeasureSaid => Measures switch
    {
        null => null,
        [] => Level == DiagramLevel.Project ? "No measure" : null,
        _ => $"Measured by {EnglishText.List(Measures)}",
    };

    /// <summary>This node and all below it.</summary>
    public IEnumerable<DiagramNode> All() => Children.SelectMany(c => c.All()).Prepend(this);
}
