using InspectionPortal.PlanDocuments.Building;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>A column as it stands in a file: its header, the one above it, and some of its cells.</summary>
internal sealed record FileColumn(int Index, string Header, string? Upper, IReadOnlyList<string> Cells, IReadOnlyList<string?> Fills)
{
    /// <summary>What the column holds, if it was read from a line above the table that applies to all rows.</summary>
    public ImportField? Told { get; init; }

    public string FullHeader => string.IsNullOrEmpty(Upper) ? Header : $"{Upper}: {Header}";
}

/// <summary>A column and what its cells are read as; no field where it is empty and left out.</summary>
/// <param name="Column">The column.</param>
/// <param name="Field">What it is read as.</param>
/// <param name="Sureness">From 0 to 1.</param>
/// <param name="Because">"choice", "earlier choice", "header", "header and content", "content", "unknown" or "empty".</param>
/// <param name="Second">What it could be instead, where that is nearly as likely.</param>
internal sealed record MappedColumn(FileColumn Column, ImportField? Field, double Sureness, string Because, ImportField? Second = null);

/// <summary>
/// Decides what each column is read as: by a choice, by an earlier choice, and otherwise by what header and cells of all
/// columns together make likeliest.
/// </summary>
internal sealed class ColumnMapper(ImportHints hints, ImportIssues issues)
{
    /// <summary>Below this somebody is asked.</summary>
    public const double Sure = 0.65;

    /// <summary>Two readings whose scores are nearer than this are a question.</summary>
    private const double Near = 0.1;

    public List<MappedColumn> Map(IReadOnlyList<FileColumn> columns)
    {
        var settled = columns.Select(Settled).ToList();
        var profiles = columns.Select(c => new ColumnProfile(c)).ToList();
        var scores = columns.Select((c, i) => ColumnScores.Of(c, profiles[i])).ToList();
        Arrange(columns, profiles, scores);
        var fields = ColumnAssignment.Best(scores, [.. settled.Select(s => s is null ? (ImportField?)null : s.Field ?? ImportField.Other)]);
        var mapped = columns.Select((c, i) => settled[i] ?? Decided(c, profiles[i], scores[i], fields[i])).ToList();
        FindTitle(mapped);
        Say(mapped);
        return mapped;
    }

    /// <summary>What somebody chose, and columns with nothing in them; null where the evidence decides.</summary>
    private MappedColumn? Settled(FileColumn column)
    {
        if (Choice(hints.Choices, column) is { } chosen)
        {
            return new MappedColumn(column, chosen, 1, "choice");
        }

        if (column.Cells.All(string.IsNullOrWhiteSpace) && column.Fills.All(f => f is null) && column.Header.Length == 0)
        {
            return new MappedColumn(column, null, 1, "empty");
        }

        return Choice(hints.EarlierChoices, column) is { } earlier ? new MappedColumn(column, earlier, 0.95, "earlier choice")
            : column.Told is { } told ? new MappedColumn(column, told, 0.8, "header") : null;
    }

    private static ImportField? Choice(IReadOnlyDictionary<string, string> choices, FileColumn column)
    {
        foreach (var (header, name) in choices)
        {
            var isIt = header == $"{column.Index + 1}" || HeaderSynonyms.Plain(header) == HeaderSynonyms.Plain(column.Header)
                || HeaderSynonyms.Plain(header) == HeaderSynonyms.Plain(column.FullHeader);
            if (isIt && column.Header.Length + header.Length > 0 && ImportFields.FromWire(name) is { } field)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>What the columns say about each other.</summary>
    private static void Arrange(IReadOnlyList<FileColumn> columns, List<ColumnProfile> profiles, List<Dictionary<ImportField,
        double>> scores)
    {
        double Of(int i, ImportField field) => scores[i].GetValueOrDefault(field);
        var title = Enumerable.Range(0, columns.Count).OrderByDescending(i => Of(i, ImportField.Title)).ThenBy(i => i).FirstOrDefault(-1);
        var hasTitle = title >= 0 && Of(title, ImportField.Title) >= 0.5;
        var hasAim = scores.Exists(s => s.GetValueOrDefault(ImportField.Aim) >= 0.8);
        var manages = scores.FindIndex(s => new[] { ImportField.Leads, ImportField.Deadline, ImportField.Rag, ImportField.Status }.Any(f =>
            s.GetValueOrDefault(f) >= 0.8));
        for (var i = 0; i < columns.Count; i++)
        {
            var words = HeaderSynonyms.Plain(columns[i].Header);
            if (words is "outcome" or "outcomes" && hasTitle && i < title && !hasAim && (manages < 0 || manages > i))
            {
                scores[i][ImportField.Aim] = Of(i, ImportField.Impact) + 0.1;
            }

            // Of two columns that could be the action, the one before it groups it.
            if (hasTitle && i < title && Of(i, ImportField.Title) >= 0.5)
            {
                scores[i][ImportField.Aim] = Math.Max(Of(i, ImportField.Aim), Of(i, ImportField.Title) - 0.27);
            }

            if (words is "partners" or "stakeholders" or "partners stakeholders" or "partners and stakeholders")
            {
                var helps = profiles[i].Length < 45 && columns[i].Upper is null;
                scores[i][helps ? ImportField.LeadsWith : ImportField.Partners] = 1;
                scores[i][helps ? ImportField.Partners : ImportField.LeadsWith] = 0.5;
            }

            if (profiles[i].Filled == 0 && profiles[i].Colours == 0 && columns[i].Header.Length == 0)
            {
                scores[i] = new() { [ImportField.Other] = ColumnScores.Unknown };
            }
        }

        RatingsOfPeriods(profiles, scores);
        NumbersOfFindings(profiles, scores);
        OnceByContent(scores, columns);
    }

    /// <summary>Ratings in the columns of months, as letters or in several colours, are the ratings of those months.</summary>
    private static void RatingsOfPeriods(List<ColumnProfile> profiles, List<Dictionary<ImportField, double>> scores)
    {
        var periods = Enumerable.Range(0, scores.Count).Where(i => scores[i].ContainsKey(ImportField.Month)).ToList();
        var filled = periods.Where(i => profiles[i].Filled > 0).ToList();
        var isRated = filled.Count > 0 && filled.TrueForAll(i => profiles[i].Ratings >= 0.8);
        var isColoured = filled.Count == 0 && periods.Exists(i => profiles[i].Kinds > 1);
        foreach (var i in isRated || isColoured ? periods : [])
        {
            scores[i][ImportField.Rag] = 1;
        }
    }

    /// <summary>Numbers under "Rec" beside the words of the recommendation number the rows, where nothing else does.</summary>
    private static void NumbersOfFindings(List<ColumnProfile> profiles, List<Dictionary<ImportField, double>> scores)
    {
        bool IsFinding(int i) => scores[i].GetValueOrDefault(ImportField.Recommendations) >= 0.7;
        var numbered = Enumerable.Range(0, scores.Count).Where(i => IsFinding(i) && profiles[i].Numbers >= 0.6).ToList();
        if (numbered is [var only] && Enumerable.Range(0, scores.Count).Any(i => i != only && IsFinding(i))
            && !scores.Exists(s => s.GetValueOrDefault(ImportField.Number) >= 0.9 && s != scores[only]))
        {
            scores[only][ImportField.Number] = scores[only][ImportField.Recommendations] + 0.3;
        }
    }

    /// <summary>What a column seems to hold without saying so counts less where another says that it holds it.</summary>
    private static void OnceByContent(List<Dictionary<ImportField, double>> scores, IReadOnlyList<FileColumn> columns)
    {
        var headers = columns.Select(c => HeaderTerms.Known.Score(c.Header)).ToList();
        foreach (var field in new[] { ImportField.Leads, ImportField.Status, ImportField.Deadline, ImportField.Progress,
            ImportField.Recommendations, ImportField.Title, ImportField.Rag })
        {
            var said = headers.Select(h => h.GetValueOrDefault(field)).ToList();
            for (var i = 0; i < scores.Count; i++)
            {
                if (said[i] < 0.3 && scores[i].ContainsKey(field) && said.Exists(s => s >= 0.8) && string.IsNullOrEmpty(columns[i].Upper))
                {
                    scores[i][field] -= field == ImportField.Rag ? 0.1 : 0.3;
                }
            }
        }
    }

    private static MappedColumn Decided(FileColumn column, ColumnProfile profile, Dictionary<ImportField, double> scores, ImportField field)
    {
        var said = Math.Max(HeaderTerms.Known.Score(column.Header).GetValueOrDefault(field), column.Upper is { Length: > 0 } upper
            ? HeaderTerms.Known.Score(upper).GetValueOrDefault(field) * 0.9 : 0);
        if (field == ImportField.Month)
        {
            return new MappedColumn(column, field, 0.8, "header");
        }

        if (field == ImportField.Other && said < 0.3)
        {
            return profile is { Filled: 0, Colours: 0 } ? new MappedColumn(column, null, 1, "empty")
                : new MappedColumn(column, field, scores.GetValueOrDefault(field) > ColumnScores.Unknown ? 0.7
                    : 0, scores.GetValueOrDefault(field) > ColumnScores.Unknown ? "header and content" : "unknown");
        }

        var score = scores.GetValueOrDefault(field);
        var rivals = scores.Where(s => s.Key != field && s.Key != ImportField.Other
            && !IsNext(s.Key, field)).OrderByDescending(s => s.Value).Take(1).ToList();
        var second = rivals is [var rival] && rival.Value > score - Near ? rival.Key : (ImportField?)null;
        var sureness = said >= 0.3 ? Math.Clamp(Math.Min(said, score + 0.05), 0.2, 1) : 0.6;
        sureness = second is null ? sureness : Math.Min(sureness, 0.6);
        return new MappedColumn(column, field, sureness, said < 0.3 ? "content" : score > said + 0.3
            || score < said ? "header and content" : "header", second ?? rivals.Select(r => (ImportField?)r.Key).FirstOrDefault());
    }

    /// <summary>Fields that take each other's place by design, so that neither makes the other doubtful.</summary>
    private static bool IsNext(ImportField one, ImportField other) =>
        (one, other) is (ImportField.Aim, ImportField.Driver) or (ImportField.Driver, ImportField.Aim)
            or (ImportField.Title, ImportField.OtherActions) or (ImportField.OtherActions, ImportField.Title)
            or (ImportField.Aim, ImportField.Title) or (ImportField.Title, ImportField.Aim);

    /// <summary>A plan says somewhere what will be done; where no header does, the likeliest column is taken.</summary>
    private static void FindTitle(List<MappedColumn> all)
    {
        if (all.Exists(m => m.Field == ImportField.Title))
        {
            return;
        }

        ImportField[] likely = [ImportField.OtherActions, ImportField.Recommendations, ImportField.Driver, ImportField.Aim,
            ImportField.Difference, ImportField.Impact, ImportField.Measures];
        var found = likely.Select(f => all.FindLast(m => m.Field == f && m.Because != "choice")).FirstOrDefault(m => m is not null)
            ?? all.Where(m => m.Because == "unknown").MaxBy(m => new ColumnProfile(m.Column).Length);
        if (found is not null && found.Field != ImportField.Recommendations)
        {
            all[all.IndexOf(found)] = found with { Field = ImportField.Title, Sureness = 0.4, Second = found.Field };
        }
    }

    private void Say(List<MappedColumn> all)
    {
        foreach (var mapped in all)
        {
            var header = mapped.Column.FullHeader.Length == 0 ? $"Column {mapped.Column.Index + 1}"
                : $"Column '{mapped.Column.FullHeader}'";
            if (mapped.Field is null)
            {
                issues.Info(header, "This column is empty and was left out.");
            }
            else if (mapped.Because == "unknown" && mapped.Field == ImportField.Other)
            {
                issues.Warn(header, "It is not clear what this column contains. Its text is kept with each row. If you know, choose what it contains.");
            }
            else if (mapped.Sureness < Sure)
            {
                var instead = mapped.Second is { } second && second != mapped.Field ? $" It may be '{second.ToWire()}' instead." : "";
                issues.Warn(header, $"This column was read as '{mapped.Field.Value.ToWire()}', which may be wrong.{instead} If it is, choose what it contains.");
            }
            else if (mapped.Field == ImportField.Other)
            {
                issues.Info(header, "The portal has no field for this column. Its text is kept with each row.");
            }
        }
    }
}
