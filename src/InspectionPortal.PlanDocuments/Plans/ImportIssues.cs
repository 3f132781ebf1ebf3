namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>Collects what there is to say about a file, each thing once.</summary>
public sealed class ImportIssues
{
    /// <summary>More than this nobody reads; the rest is counted.</summary>
    public const int Maximum = 1000;

    private readonly List<ImportIssue> _issues = [];
    private readonly HashSet<ImportIssue> _seen = [];
    private int _left;

    public void Error(string where, string message) => Add(new ImportIssue(where, ImportSeverity.Error, message));

    public void Warn(string where, string message) => Add(new ImportIssue(where, ImportSeverity.Doubt, message));

    /// <summary>A doubt that somebody can settle.</summary>
    public void Warn(string where, string message, ImportQuestion ask) =>
        Add(new ImportIssue(where, ImportSeverity.Doubt, message) { Ask = ask });

    public void Info(string where, string message) => Add(new ImportIssue(where, ImportSeverity.Info, message));

    /// <summary>Errors first, then doubts, then the rest; within these in the order they were met.</summary>
    public IReadOnlyList<ImportIssue> InOrder()
    {
        var ordered = _issues.OrderBy(i => i.Severity).ToList();
        if (_left > 0)
        {
            ordered.Add(new ImportIssue("File", ImportSeverity.Doubt, $"{_left} more items are not listed."));
        }

        return ordered;
    }

    private void Add(ImportIssue issue)
    {
        if (_seen.Contains(issue))
        {
            return;
        }

        if (_issues.Count < Maximum)
        {
            _seen.Add(issue);
            _issues.Add(issue);
        }
        else
        {
            _left++;
        }
    }
}
