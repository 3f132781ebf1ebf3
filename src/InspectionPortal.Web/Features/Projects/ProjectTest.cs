using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>A test of change as the project's page shows it.</summary>
public sealed record ProjectTest(
    Guid Id, int Position, string Title, IReadOnlyList<string> Texts, TestDecision? Decision, DateOnly? From, DateOnly? Until, Guid? MeasureId, string MeasureTitle)
{
    private static readonly string[] Labels = ["Question", "Prediction", "Plan", "Do", "Study"];

    /// <summary>What is written, under the words of the cycle.</summary>
    public IEnumerable<(string Label, string Text)> Written => Labels.Zip(Texts).Where(t => t.Second.Length > 0);

    /// <summary>"1 March 2020 to 31 March 2020", "since 1 March 2020"; null where no date is given.</summary>
    public string? When => (From, Until) switch
    {
        (null, null) => null,
        ({ } from, null) => $"since {DayWords.Full(from)}",
        (null, { } until) => $"until {DayWords.Full(until)}",
        ({ } from, { } until) => $"{DayWords.Full(from)} to {DayWords.Full(until)}",
    };
}

/// <summary>Names and looks of what was decided after a test.</summary>
public static class TestWords
{
    public static string Of(TestDecision decision) => decision switch
    {
        TestDecision.Adopt => "Adopt",
        TestDecision.Adapt => "Adapt",
        _ => "Abandon",
    };

    /// <summary>One of <see cref="Rating.Shapes"/>.</summary>
    public static string Shape(TestDecision decision) => decision switch
    {
        TestDecision.Adopt => "circle",
        TestDecision.Adapt => "triangle",
        _ => "bar",
    };

    /// <summary>One of <see cref="Rating.Colours"/>.</summary>
    public static string Colour(TestDecision decision) => decision switch
    {
        TestDecision.Adopt => "green",
        TestDecision.Adapt => "blue",
        _ => "grey",
    };
}
