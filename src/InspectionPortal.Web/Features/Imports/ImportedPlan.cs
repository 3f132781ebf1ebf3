using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InspectionPortal.Web.Features.Deadlines;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>What a file holds, as the plan it would become, with how its columns were read and what is doubted.</summary>
public sealed record ImportResult(ImportedPlan Plan, IReadOnlyList<ImportedColumn> Columns, IReadOnlyList<ImportIssue> Issues)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The tables that could be the plan, the one that was taken among them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ImportedTable> Tables { get; init; } = [];

    /// <summary>The document of the verb <c>import --json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

public sealed record ImportedPlan(IReadOnlyList<ImportedAim> Aims)
{
    [JsonIgnore]
    public IEnumerable<ImportedProject> Projects =>
        Aims.SelectMany(a => a.Projects.Concat(a.Drivers.SelectMany(d => d.AllProjects)));

    /// <summary>How many rows it would be, about: aims, projects, and what hangs on these.</summary>
    [JsonIgnore]
    public int Pieces => Aims.Count + Projects.Sum(p => 1 + p.Leads.Count + p.Measures.Count + p.SubActions.Sum(s => 1 + s.Owners.Count)
        + (p.CategoryNotes?.Count ?? 0) + p.Recommendations.Count + (p.Progress is null ? 0 : 1));
}

/// <summary>A table of the file that could be the plan.</summary>
/// <param name="Name">As messages call it.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="IsTaken">True where it was read as the plan.</param>
public sealed record ImportedTable(string Name, int Rows, bool IsTaken);

/// <summary>One column of the file.</summary>
/// <param name="Header">Its words; the upper header first where there are two levels.</param>
/// <param name="MappedTo">The wire name of what its cells are read as; null for a column left out because it is empty.</param>
public sealed record ImportedColumn(string Header, string? MappedTo)
{
    /// <summary>How sure the reading is, from 0 to 1; 1 also for a choice by hand.</summary>
    [JsonIgnore]
    public double Sureness { get; init; }

    /// <summary>Why, in a few words: "header", "content", "earlier choice", "choice".</summary>
    [JsonIgnore]
    public string Because { get; init; } = "";

    /// <summary>The first words in it.</summary>
    [JsonIgnore]
    public string? First { get; init; }

    /// <summary>How many of its cells hold something.</summary>
    [JsonIgnore]
    public int Filled { get; init; }

    /// <summary>How many cells it has.</summary>
    [JsonIgnore]
    public int Cells { get; init; }
}

public sealed record ImportedAim(string Title)
{
    public string? Vision { get; set; }
    public List<string> Outcomes { get; } = [];
    public List<string> Recommendations { get; } = [];
    public List<ImportedDriver> Drivers { get; } = [];
    public List<ImportedProject> Projects { get; } = [];

    /// <summary>The number or name before the title in the file ("1", "1.2"), where there is one.</summary>
    [JsonIgnore]
    public string? Number { get; set; }

    /// <summary>True where the file names no aim, and its own title stands for one.</summary>
    [JsonIgnore]
    public bool IsNameless { get; set; }

    /// <summary>The banner as the file has it, heading word and number included.</summary>
    [JsonIgnore]
    public string? Written { get; set; }
}

public sealed record ImportedDriver(string Title)
{
    public List<string> Recommendations { get; } = [];
    public List<ImportedDriver> Drivers { get; } = [];
    public List<ImportedProject> Projects { get; } = [];
    public List<ImportedMeasure> Measures { get; } = [];

    [JsonIgnore]
    public IEnumerable<ImportedProject> AllProjects => Projects.Concat(Drivers.SelectMany(d => d.AllProjects));
}

public sealed record ImportedProject
{
    public string? Number { get; set; }
    public required string Title { get; set; }
    public string? Difference { get; set; }
    public string? Success { get; set; }
    public string? Impact { get; set; }
    public ImportedDeadline Deadline { get; set; } = ImportedDeadline.None;
    public IReadOnlyList<ImportedLead> Leads { get; set; } = [];
    public IReadOnlyList<ImportedMeasure> Measures { get; set; } = [];
    public string? Progress { get; set; }
    public string? Evidence { get; set; }

    /// <summary>The rating as written.</summary>
    public string? Rag { get; set; }

    /// <summary>The status as written.</summary>
    public string? Status { get; set; }

    public IReadOnlyList<string> Recommendations { get; set; } = [];
    public List<ImportedSubAction> SubActions { get; } = [];

    /// <summary>The row's place in the file.</summary>
    public required string Source { get; init; }

    /// <summary>What a category says in place of actions ("N/A"); left out of the document where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<ImportedNote>? CategoryNotes { get; set; }

    /// <summary>What no field takes, by its header, so that nothing is lost; left out of the document where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<ImportedOther>? Other { get; set; }

    /// <summary>Who leads, in the file's own words.</summary>
    [JsonIgnore]
    public string? LeadsText { get; set; }

    /// <summary>What only a file that the portal wrote itself tells; null for other files.</summary>
    [JsonIgnore]
    public ExportedExtras? Own { get; set; }

    public void AddOther(string header, string text)
    {
        Other ??= [];
        Other.Add(new ImportedOther(header, text));
    }

    public void AddNote(string category, string text)
    {
        CategoryNotes ??= [];
        CategoryNotes.Add(new ImportedNote(category, text));
    }
}

/// <summary>What the portal writes of a project into its files beside what any plan says.</summary>
/// <param name="OwnWords">The plan's own words for what the project aims for.</param>
/// <param name="Reason">Why it stopped, or why nothing has to be done.</param>
/// <param name="Forecast">When those who do it expect to be done, as written.</param>
/// <param name="Reference">The other plan it refers to.</param>
/// <param name="Unclear">What is unclear in the document it came from.</param>
public sealed record ExportedExtras(string? OwnWords, string? Reason, string? Forecast, string? Reference, string? Unclear);

public sealed record ImportedNote(string Category, string Text);

public sealed record ImportedOther(string Header, string Text);

/// <summary>A deadline as written and as understood; <see cref="Full"/> keeps all that was understood.</summary>
public sealed record ImportedDeadline(string Text, DeadlineKind Kind, DateOnly? Due)
{
    public static ImportedDeadline None { get; } = Of(Deadline.None);

    [JsonIgnore]
    public Deadline Full { get; init; } = Deadline.None;

    public static ImportedDeadline Of(Deadline deadline) => new(deadline.Text, deadline.Kind, deadline.Due) { Full = deadline };
}

/// <summary>One who answers for a project.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">"lead", "with" or "in-consultation-with".</param>
public sealed record ImportedLead(string Name, string Kind)
{
    public const string Lead = "lead";
    public const string With = "with";
    public const string InConsultationWith = "in-consultation-with";
}

/// <summary>How one sees whether it works.</summary>
/// <param name="Title">As written.</param>
/// <param name="Kind">"outcome", "process", "balancing" or "milestone".</param>
public sealed record ImportedMeasure(string Title, string Kind);

/// <summary>A step of a project.</summary>
/// <param name="Category">"financial", "workforce", "partners", "systems", "leadership", "closing-the-loop" or "other".</param>
/// <param name="Text">The step, without its owner and date.</param>
/// <param name="Owners">Who does it.</param>
/// <param name="Deadline">By when.</param>
public sealed record ImportedSubAction(string Category, string Text, IReadOnlyList<string> Owners, ImportedDeadline Deadline);
