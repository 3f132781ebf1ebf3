using System.Text.Json.Serialization;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>How much something found in a file matters. Written as "error", "doubt" or "info".</summary>
[JsonConverter(typeof(ImportSeverityConverter))]
public enum ImportSeverity
{
    /// <summary>Nothing can be imported until it is put right.</summary>
    Error,

    /// <summary>Read in one way where another is possible: somebody should look.</summary>
    Doubt,

    /// <summary>Worth knowing; nothing to do.</summary>
    Info,
}

/// <summary>Something to say about a file.</summary>
/// <param name="Where">The place, as a person would look for it: "Table 2, row 5", "Sheet 'Plan', row 7", "Row 14".</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence in plain words.</param>
public sealed record ImportIssue(string Where, ImportSeverity Severity, string Message)
{
    /// <summary>What somebody can decide about it; null where there is nothing to decide.</summary>
    [JsonIgnore]
    public ImportQuestion? Ask { get; init; }
}

/// <summary>Collects what there is to say about a file, each thing once.</summary>
public sealed class ImportIssues
{
    /// <summary>More than this nobody reads; the rest is counted.</summary>
    public const int Maximum = 1000;

    private readonly List<ImportIssue> issues = [];
    private readonly HashSet<ImportIssue> seen = [];
    private int left;

    public void Error(string where, string message) => Add(new ImportIssue(where, ImportSeverity.Error, message));

    public void Doubt(string where, string message) => Add(new ImportIssue(where, ImportSeverity.Doubt, message));

    /// <summary>A doubt that somebody can settle.</summary>
    public void Doubt(string where, string message, ImportQuestion ask) => Add(new ImportIssue(where, ImportSeverity.Doubt, message) { Ask = ask });

    public void Info(string where, string message) => Add(new ImportIssue(where, ImportSeverity.Info, message));

    /// <summary>Errors first, then doubts, then the rest; within these in the order they were met.</summary>
    public IReadOnlyList<ImportIssue> InOrder()
    {
        var ordered = issues.OrderBy(i => i.Severity).ToList();
        if (left > 0)
        {
            ordered.Add(new ImportIssue("File", ImportSeverity.Doubt, $"{left} more things were found and are not listed."));
        }

        return ordered;
    }

    private void Add(ImportIssue issue)
    {
        if (!seen.Add(issue))
        {
            return;
        }

        if (issues.Count < Maximum)
        {
            issues.Add(issue);
        }
        else
        {
            left++;
        }
    }
}

/// <summary>Lower-case names on the wire.</summary>
public sealed class ImportSeverityConverter() : JsonStringEnumConverter<ImportSeverity>(System.Text.Json.JsonNamingPolicy.CamelCase);
