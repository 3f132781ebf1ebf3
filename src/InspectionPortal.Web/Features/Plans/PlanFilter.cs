namespace InspectionPortal.Web.Features.Plans;

/// <summary>What the address asks to see of a plan. Within one kind any will do; all kinds must hold.</summary>
public sealed class PlanFilter
{
    /// <summary>Asks for all of this plan.</summary>
    public static PlanFilter Of(string plan) => new() { Plan = plan };

    public const int ChipLength = 40;

    /// <summary>Most characters that a search takes.</summary>
    public const int WordsMaxLength = 2000;

    /// <summary>The view that is the table.</summary>
    public const string Table = "";

    /// <summary>Words to find in number, title, texts, leads and updates.</summary>
    public string? Q { get; set; }

    /// <summary>Numbers of aims.</summary>
    public List<string?> Aim { get; set; } = [];

    /// <summary>Ids of drivers: what hangs on them, or on drivers below them.</summary>
    public List<string?> Driver { get; set; } = [];

    /// <summary>Statuses by name.</summary>
    public List<string?> Status { get; set; } = [];

    /// <summary>Codes of ratings; "not-rated" for none.</summary>
    public List<string?> Rating { get; set; } = [];

    /// <summary>Ids of lead responsibilities: who leads, or owns a sub-action.</summary>
    public List<string?> Lead { get; set; } = [];

    /// <summary>Ids of recommendations that the project answers.</summary>
    public List<string?> Recommendation { get; set; } = [];

    /// <summary>"true": past a deadline, or with a sub-action that is.</summary>
    public string? Late { get; set; }

    /// <summary>"true": without a lead.</summary>
    public string? NoLead { get; set; }

    /// <summary>The plan's id from the address.</summary>
    public string? Plan { get; set; }

    /// <summary>True where the words are more than a search takes: then nothing is searched, and the page says so.</summary>
    public bool IsTooLong => Q?.Length > WordsMaxLength;

    public bool IsLate => IsSaid(Late);

    public bool HasNoLead => IsSaid(NoLead);

    public bool IsEmpty => !Pairs().Any();

    /// <summary>Recommendations asked for; a word that is no id matches none.</summary>
    public List<Guid> RecommendationIds() => [.. Said(Recommendation).Select(r => Guid.TryParse(r, out var id) ? id : Guid.Empty)];

    /// <summary>Every pair of the address, so that a form can carry them on.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Q is not null)
        {
            yield return KeyValuePair.Create("q", Q);
        }

        foreach (var (name, values) in new[] { ("aim", Aim), ("driver", Driver), ("status", Status), ("rating", Rating), ("lead", Lead), ("recommendation", Recommendation) })
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
    }

    /// <summary>The address of another view of the same plan with the same filters.</summary>
    public string At(string view) => Address(view, Pairs());

    /// <summary>The address without one of its pairs.</summary>
    public string Without(string name, string value, string view = Table) =>
        Address(view, Pairs().Where(p => !(p.Key == name && string.Equals(p.Value, value, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The address with only these values of one kind, the rest as it is.</summary>
    public string With(string name, string value, string view = Table) =>
        WithAll([(name, value)], view);

    /// <summary>The same with several kinds.</summary>
    public string WithAll(IReadOnlyList<(string Name, string Value)> asked, string view = Table) => Address(
        view, Pairs().Where(p => asked.All(a => a.Name != p.Key)).Concat(asked.Select(a => KeyValuePair.Create(a.Name, a.Value))));

    /// <summary>The address of the whole plan.</summary>
    public string Cleared(string view = Table) => Address(view, []);

    /// <summary>True where a project is among those asked for, by everything but words and recommendations.</summary>
    public bool Takes(PlanProject project, PlanAim aim)
    {
        ArgumentNullException.ThrowIfNull(aim);
        var drivers = FilteredProject.DriversOf(project.DriverId, id => aim.Drivers.FirstOrDefault(d => d.Id == id)?.ParentId);
        return Takes(new FilteredProject(
            aim.Number, drivers, project.IsNoActionNeeded ? null : project.Status, project.Rating, project.Leads, project.Owners, project.Late.IsLate));
    }

    /// <summary>The same of a project by what filters ask of it.</summary>
    public bool Takes(FilteredProject project) =>
        Holds(Aim, project.AimNumber) && (Said(Driver).Count == 0 || project.Drivers.Any(d => Holds(Driver, d.ToString()))) && Holds(Status, project.Status?.ToString() ?? "NoActionNeeded")
        && (Said(Rating).Count == 0 || (project.Status is not null && Holds(Rating, project.Rating.Code)))
        && (Said(Lead).Count == 0 || project.Leads.Concat(project.Owners).Any(l => Holds(Lead, l.ResponsibilityId.ToString())))
        && (!IsLate || project.IsLate)
        && (!HasNoLead || (project.Leads.Count == 0 && project.Status is not null));

    /// <summary>The same filter, asking for nobody's work.</summary>
    public PlanFilter WithoutLeads() => new()
    {
        Q = Q,
        Aim = Aim,
        Driver = Driver,
        Status = Status,
        Rating = Rating,
        Recommendation = Recommendation,
        Late = Late,
        NoLead = NoLead,
        Plan = Plan,
    };

    public bool AsksForAim => Said(Aim).Count > 0;

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

    /// <param name="view">The view within the plan, with what it keeps in its own query: "tree", "timeline?with=steps".</param>
    /// <param name="pairs">The filters.</param>
    private string Address(string view, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var path = view.Length == 0 || view[0] == '?' ? $"~/plans/{Plan}{view}" : $"~/plans/{Plan}/{view}";
        var query = string.Join('&', pairs.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        return query.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }
}
