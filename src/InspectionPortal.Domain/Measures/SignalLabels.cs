using System.Globalization;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Measures;

/// <summary>Names and looks of signals. The shape says what the colour says.</summary>
public static class SignalLabels
{
    public static string Of(SignalKind kind) => kind switch
    {
        SignalKind.GettingWorse => "Getting worse",
        SignalKind.Missed => "Target missed",
        SignalKind.LateMilestone => "Milestone late",
        SignalKind.AtRisk => "Target at risk",
        SignalKind.Changing => "Changing",
        _ => "Improving",
    };

    /// <summary>One of <see cref="Rating.Colours"/>.</summary>
    public static string Colour(SignalKind kind) => kind switch
    {
        SignalKind.GettingWorse or SignalKind.Missed => "red",
        SignalKind.LateMilestone or SignalKind.AtRisk => "amber",
        SignalKind.Changing => "purple",
        _ => "blue",
    };

    /// <summary>One of <see cref="Rating.Shapes"/>.</summary>
    public static string Shape(SignalKind kind) => kind switch
    {
        SignalKind.GettingWorse => "diamond",
        SignalKind.Missed => "square",
        SignalKind.LateMilestone => "bar",
        SignalKind.AtRisk => "triangle",
        SignalKind.Changing => "ring",
        _ => "hexagon",
    };

    /// <summary>"2 getting worse, 1 target missed", the gravest first.</summary>
    public static string Counted(IEnumerable<SignalKind> kinds) => EnglishText.List(
        [.. kinds.GroupBy(k => k).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {Several(g.Key, g.Count())}"))]);

    private static string Several(SignalKind kind, int count)
    {
        var words = EnglishText.Within(Of(kind));
        return count == 1 ? words : words.Replace("target ", "targets ", StringComparison.Ordinal).Replace("milestone ", "milestones ", StringComparison.Ordinal);
    }
}
