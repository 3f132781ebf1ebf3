using InspectionPortal.Web.Features.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What the address asks to see of a plan. Within one kind any will do; all kinds must hold.</summary>
public sealed class PlanFilter
{
    public const int ChipLength = 40;

    /// <summary>Most characters that a search takes.</summary>
    public const int WordsMaxLength = 2000;

    private const string TablePath = "~/plan";

    /// <summary>Words to find in number, title, texts, leads and updates.</summary>
    public string? Q { get; set; }

    /// <summary>Numbers of aims.</summary>
    public List<string?> Aim { get; set; } = [];

    /// <summary>Statuses by name.</summary>
    public List<string?> Status { get; set; } = [];

    /// <summary>Codes of ratings; "not-rated" for none.</summary>
    public List<string?> Rating { get; set; } = [];

    /// <summary>Ids of lead responsibilities.</summary>
    public List<string?> Lead { get; set; } = [];

    /// <summary>Ids of recommendations that the project answers.</summary>
    public List<string?> Recommendation { get; set; } = [];

    /// <summary>"true": past a deadline.</summary>
    public string? Late { get; set; }

    /// <summary>"true": without a lead.</summary>
    public string? NoLead { get; set; }

    /// <summary>The plan, where the partnership has several.</summary>
    public string? Plan { get; set; }

    public bool IsLate => IsSaid(Late);

    public bool HasNoLead => IsSaid(NoLead);

    public bool IsEmpty => Pairs().All(p => p.Key == "plan");

    /// <summary>Recommendations asked for; a word that is no id matches none.</summary>
    public List<Guid> RecommendationIds() => [.. Said(Recommendation).Select(r => Guid.TryParse(r, out var id) ? id : Guid.Empty)];

    /// <summary>Every pair of the address, so that a form can carry them on.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Q is not null)
        {
            yield return KeyValuePair.Create("q", Q);
        }

        foreach (var (name, values) in new[] { ("aim", Aim), ("status", Status), ("rating", Rating), ("lead", Lead), ("recommendation", Recommendation) })
        {
            foreach (var value in Said(values))
            {
                yield return KeyValuePair.Create(name, value);
            }
        }

        if (IsLate)
        {
            yield return KeyValuePair.Create("late", "true");
        }

        if (HasNoLead)
        {
            yield return KeyValuePair.Create("nolead", "true");
        }

        if (Plan is not null)
        {
            yield return KeyValuePair.Create("plan", Plan);
        }
    }

    /// <summary>The address of another view of the same plan with the same filters.</summary>
    public string At(string path) => Address(path, Pairs());

    /// <summary>The address without one of its pairs.</summary>
    public string Without(string name, string value, string path = TablePath) =>
        Address(path, Pairs().Where(p => !(p.Key == name && string.Equals(p.Value, value, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The address with only these values of one kind, the rest as it is.</summary>
    public string With(string name, string value, string path) =>
        Address(path, Pairs().Where(p => p.Key != name).Append(KeyValuePair.Create(name, value)));

    /// <summary>The address of the whole plan.</summary>
    public string Cleared(string path = TablePath) => Address(path, Pairs().Where(p => p.Key == "plan"));

    /// <summary>True where a project is among those asked for, by everything but words and recommendations.</summary>
    public bool Takes(PlanProject project, string aimNumber) =>
        Takes(aimNumber, project.IsNoActionNeeded ? null : project.Status, project.Rating, project.Leads, project.Deadline.IsLate);

    /// <summary>The same of a project by what filters ask of it.</summary>
    /// <param name="aimNumber">Number of its aim.</param>
    /// <param name="status">Its status; null where no action is needed.</param>
    /// <param name="rating">Its rating.</param>
    /// <param name="leads">Who leads it.</param>
    /// <param name="isLate">Whether a deadline is past.</param>
    public bool Takes(string aimNumber, ProjectStatus? status, Infrastructure.Rating rating, IReadOnlyList<LeadName> leads, bool isLate) =>
        Holds(Aim, aimNumber) && Holds(Status, status?.ToString() ?? "NoActionNeeded")
        && (Said(Rating).Count == 0 || (status is not null && Holds(Rating, rating.Code)))
        && (Said(Lead).Count == 0 || leads.Any(l => Holds(Lead, l.ResponsibilityId.ToString())))
        && (!IsLate || isLate)
        && (!HasNoLead || (leads.Count == 0 && status is not null));

    /// <summary>The same filter, asking for nobody's work.</summary>
    public PlanFilter WithoutLeads() => new()
    {
        Q = Q,
        Aim = Aim,
        Status = Status,
        Rating = Rating,
        Recommendation = Recommendation,
        Late = Late,
        NoLead = NoLead,
        Plan = Plan,
    };

    /// <summary>True where these filters ask for somebody's work, or for this one's.</summary>
    public bool AsksForLead(Guid? responsibilityId = null) =>
        Said(Lead).Count > 0 && (responsibilityId is not { } id || Holds(Lead, id.ToString()));

    private static bool Holds(List<string?> asked, string has)
    {
        var said = Said(asked);
        return said.Count == 0 || said.Any(a => string.Equals(a.Replace("-", string.Empty, StringComparison.Ordinal),
            has.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    private static List<string> Said(List<string?>? values) =>
        [.. (values ?? []).Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static bool IsSaid(string? word) => string.Equals(word, "true", StringComparison.OrdinalIgnoreCase);

    private static string Address(string path, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var query = string.Join('&', pairs.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        return query.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }
}

/// <summary>A filter as a removable chip.</summary>
public sealed record PlanChip(string Words, string Without);

/// <summary>What one can filter by: an address's value and its words.</summary>
public sealed record PlanOption(string Value, string Words);

/// <summary>The choices of the plan's filters.</summary>
public sealed record PlanOptions(
    IReadOnlyList<PlanOption> Aims, IReadOnlyList<PlanOption> Statuses, IReadOnlyList<PlanOption> Ratings, IReadOnlyList<PlanOption> Leads,
    IReadOnlyList<PlanOption> Recommendations)
{
    /// <summary>The statuses a project can have.</summary>
    public static IReadOnlyList<PlanOption> AllStatuses { get; } =
        [.. Enum.GetValues<ProjectStatus>().Select(s => new PlanOption(s.ToString(), Infrastructure.TagHelpers.StatusTagHelper.Words(s)))];

    /// <summary>The chips of a filter, in words.</summary>
    public IReadOnlyList<PlanChip> ChipsOf(PlanFilter filter, string path = "~/plan") =>
        [.. filter.Pairs().Where(p => p.Key != "plan").Select(p => new PlanChip(Say(p.Key, p.Value), filter.Without(p.Key, p.Value, path)))];

    private string Say(string name, string value)
    {
        var known = Known(name).FirstOrDefault(o => string.Equals(o.Value, value, StringComparison.OrdinalIgnoreCase))?.Words;
        return name switch
        {
            "q" => $"“{Infrastructure.Words.Cut(value, PlanFilter.ChipLength)}”",
            "late" => "Past a deadline",
            "nolead" => "No lead given",
            _ => known ?? $"{char.ToUpperInvariant(name[0])}{name[1..]} {Infrastructure.Words.Cut(value, PlanFilter.ChipLength)}",
        };
    }

    private IReadOnlyList<PlanOption> Known(string name) => name switch
    {
        "aim" => Aims,
        "status" => Statuses,
        "rating" => Ratings,
        "lead" => Leads,
        "recommendation" => Recommendations,
        _ => [],
    };
}
