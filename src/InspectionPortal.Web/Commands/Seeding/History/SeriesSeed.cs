namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A measure with a figure for each month.</summary>
public sealed class SeriesSeed
{
    public string Project { get; set; } = string.Empty;
    public string Title { get; set; } = string.Empty;
    public string Kind { get; set; } = "outcome";
    public string? Why { get; set; }
    public string? Definition { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string? Unit { get; set; }
    public string Direction { get; set; } = "up";
    public string? Frequency { get; set; }
    public string? DataSource { get; set; }
    public string? Lead { get; set; }
    public int? BaselinePoints { get; set; }
    public List<TargetSeed> Targets { get; set; } = [];
    public List<MarkSeed> Notes { get; set; } = [];
    public List<MarkSeed> Phases { get; set; } = [];

    /// <summary>What the partnership lead says about a signal.</summary>
    public List<MarkSeed> Answers { get; set; } = [];

    /// <summary>Where a recommendation is measured by it.</summary>
    public List<string> Recommendations { get; set; } = [];

    /// <summary>The first month, as yyyy-MM.</summary>
    public string From { get; set; } = string.Empty;

    /// <summary>A figure for each month: a number, or so many of so many as "31/58"; "-" where there is none.</summary>
    public string Figures { get; set; } = string.Empty;

    /// <summary>The figures with the last day of their months.</summary>
    /// <exception cref="SeedException">The first month cannot be read.</exception>
    public IEnumerable<(DateOnly Day, string Value)> ByMonth()
    {
        var first = SeedText.Date($"{From}-01");
        return Figures.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select((value, i) => (first.AddMonths(i + 1).AddDays(-1), value.Replace("/", " of ", StringComparison.Ordinal)))
            .Where(f => f.Item2 != "-");
    }
}
