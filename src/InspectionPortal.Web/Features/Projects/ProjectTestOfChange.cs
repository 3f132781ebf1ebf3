using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>A test of change as the project's page shows it.</summary>
public sealed record ProjectTestOfChange(
    Guid Id, int Position, string Title, IReadOnlyList<string> Texts, TestDecision? Decision, DateOnly? From, DateOnly? Until, Guid? MeasureId, string MeasureTitle)
{
    private static readonly string[] Labels = ["Question", "Prediction", "Plan", "Do", "Study"];

    /// <summary>What is written, under the words of the cycle.</summary>
    public IEnumerable<(string Label, string Text)> Written => Labels.Zip(Texts).Where(t => t.Second.Length > 0);

    /// <summary>"1 March 2020 to 31 March 2020", "since 1 March 2020"; null where no date is given.</summary>
    public string? When => (From, Until) switch
    {
        (null, null) => null,
        ({ } from, null) => $"since {DateFormat.Full(from)}",
        (null, { } until) => $"until {DateFormat.Full(until)}",
        ({ } from, { } until) => $"{DateFormat.Full(from)} to {DateFormat.Full(until)}",
    };
}
