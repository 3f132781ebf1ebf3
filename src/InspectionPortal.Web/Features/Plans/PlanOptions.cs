using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The choices of the plan's filters.</summary>
public sealed record PlanOptions(
    IReadOnlyList<PlanOption> Aims, IReadOnlyList<PlanOption> Statuses, IReadOnlyList<PlanOption> Ratings, IReadOnlyList<PlanOption> Leads,
    IReadOnlyList<PlanOption> Recommendations)
{
    public IReadOnlyList<PlanOption> Drivers { get; init; } = [];

    /// <summary>The partnership's word for a sub-action.</summary>
    public string StepWord { get; init; } = new Vocabulary().SubActionWord;

    /// <summary>The statuses a project can have.</summary>
    public static IReadOnlyList<PlanOption> AllStatuses { get; } =
        [.. Enum.GetValues<ProjectStatus>().Select(s => new PlanOption(s.ToString(), StatusLabel.Of(s)))];

    /// <summary>The chips of a filter, in words.</summary>
    public IReadOnlyList<PlanChip> ChipsOf(PlanFilter filter, string view = PlanFilter.Table) =>
        [.. filter.Pairs().Select(p => new PlanChip(Say(p.Key, p.Value), filter.Without(p.Key, p.Value, view)))];

    private string Say(string name, string value)
    {
        var known = Known(name).FirstOrDefault(o => string.Equals(o.Value, value, StringComparison.OrdinalIgnoreCase))?.Words;
        return name switch
        {
            "q" => $"“{EnglishText.Cut(value, PlanFilter.ChipLength)}”",
            "late" => Lateness.FilterWords(StepWord),
            "nolead" => "No lead",
            _ => known ?? $"{char.ToUpperInvariant(name[0])}{name[1..]} {EnglishText.Cut(value, PlanFilter.ChipLength)}",
        };
    }

    private IReadOnlyList<PlanOption> Known(string name) => name switch
    {
        "aim" => Aims,
        "driver" => Drivers,
        "status" => Statuses,
        "rating" => Ratings,
        "lead" => Leads,
        "recommendation" => Recommendations,
        _ => [],
    };
}
