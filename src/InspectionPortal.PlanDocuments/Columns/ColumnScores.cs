namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>How well a column fits each field: what its header says, corrected by what its cells are like.</summary>
internal static class ColumnScores
{
    /// <summary>A column of which nothing is known is kept as it is, unless a field fits better than this.</summary>
    public const double Unknown = 0.3;

    private const double Most = 0.6;

    public static Dictionary<ImportField, double> Of(FileColumn column, ColumnProfile profile)
    {
        var scores = HeaderTerms.Known.Score(column.Header);
        if (HeaderSynonyms.Read(column.Header) is { Field: ImportField.Month } period)
        {
            scores = new() { [ImportField.Month] = period.Sureness };
        }

        AddUpper(scores, column);
        var isKnown = scores.Count > 0 && scores.Values.Max() >= 0.45;
        foreach (var field in Enum.GetValues<ImportField>())
        {
            var fit = Fit(field, profile);
            if (scores.TryGetValue(field, out var said))
            {
                scores[field] = said + fit;
            }
            else if (!isKnown && Bare(field, profile, column) is > 0 and var bare)
            {
                scores[field] = bare;
            }
            else if (isKnown && fit >= 0.5)
            {
                scores[field] = fit * 0.9;
            }
        }

        // "Progress" over words such as "In progress" and "Completed" is the status.
        if (profile.Statuses >= 0.8 && scores.GetValueOrDefault(ImportField.Progress) >= 0.3)
        {
            scores[ImportField.Status] = Math.Max(scores.GetValueOrDefault(ImportField.Status), 0.8);
        }

        Derive(scores);
        return scores;
    }

    /// <summary>What the header above says, where the own header says less.</summary>
    private static void AddUpper(Dictionary<ImportField, double> scores, FileColumn column)
    {
        if (string.IsNullOrEmpty(column.Upper))
        {
            return;
        }

        var own = scores.Count == 0 ? 0 : scores.Values.Max();
        var isTime = scores.ContainsKey(ImportField.Month);
        foreach (var (field, score) in HeaderTerms.Known.Score(column.Upper))
        {
            var weight = isTime || own < 0.8 ? 0.9 : 0.5;
            if (isTime && field is not (ImportField.Rag or ImportField.Status or ImportField.Progress or ImportField.Measures))
            {
                continue;
            }

            scores[field] = Math.Max(scores.GetValueOrDefault(field), score * weight);
        }
    }

    /// <summary>Second places for columns that a project has once.</summary>
    private static void Derive(Dictionary<ImportField, double> scores)
    {
        Raise(ImportField.Driver, ImportField.Aim, 0.12);
        Raise(ImportField.Aim, ImportField.Driver, 0.3);
        Raise(ImportField.OtherActions, ImportField.Title, 0.28);
        Raise(ImportField.Other, ImportField.Deadline, 0.3);
        Raise(ImportField.Other, ImportField.Number, 0.3);
        scores[ImportField.Other] = Math.Max(Unknown, scores.GetValueOrDefault(ImportField.Other));

        void Raise(ImportField field, ImportField from, double less)
        {
            if (scores.TryGetValue(from, out var score) && score > less)
            {
                scores[field] = Math.Max(scores.GetValueOrDefault(field), score - less);
            }
        }
    }

    /// <summary>How the cells speak for or against a field that the header names.</summary>
    private static double Fit(ImportField field, ColumnProfile p)
    {
        if (p.Filled == 0)
        {
            return field is ImportField.Rag && p.Colours > 0.3 ? 0.5 : field is ImportField.Status && p.Colours > 0.3
                && p.Kinds > 1 ? -0.2 : 0;
        }

        return field switch
        {
            ImportField.Deadline => p.Dates >= Most ? 0.5 : p.Dates > 0.3 ? 0.1 : p.Dates < 0.2 && p.Filled > 1
                && (p.Length > 45 || p.Numbers >= Most || p.Percents >= Most) ? -0.6 : p.Names >= Most || p.Ratings >= Most ? -0.6 : 0,
            ImportField.Leads or ImportField.LeadsWith => p.Names >= Most ? 0.3 : p.Dates >= Most || p.Ratings >= Most || p.Numbers >= Most
                || p.Percents >= Most ? -0.8 : p.Length > 130 ? -0.4 : 0,
            ImportField.Rag => p.Ratings >= Most || (p.Colours >= Most && p.Kinds > 1) ? 0.5 : p.Statuses >= Most ? -0.15 : p.Length > 25
                && p.Ratings < 0.2 && p.Colours < 0.3 ? -0.5 : p.Dates >= Most || p.Percents >= Most ? -0.6 : 0,
            ImportField.Status => p.Statuses >= Most ? 0.4 : p.Ratings >= Most ? -0.7 : p.Dates >= Most
                || p.Percents >= Most ? -0.5 : p.Length > 60 ? -0.35 : 0,
            ImportField.Number => p.Numbers >= Most ? 0.4 : p.Length > 25 || p.Dates >= Most || p.Percents >= Most ? -0.7 : 0,
            ImportField.Title => Against(p) - (p.Answers >= Most
                && p.Length < 70 ? 1.1 : 0) + (p.Length is > 12 and < 600 ? 0.12 : p.Length < 6 ? -0.6 : 0) + (p.Tasks >= 0.4 ? 0.12
                    : 0) + (p.Distinct < 0.4 && p.Filled > 4 ? -0.2 : 0) - (p.Names >= 0.9 && p.Length < 35 && p.Tasks < 0.2 ? 0.3 : 0),
            ImportField.Aim or ImportField.Driver => (p.Urgencies >= Most ? -1.5 : 0)
                + (p.Named >= Most && p.Dates < Most ? 0 : Against(p)) + (p.Length > 400 ? -0.3 : 0),
            ImportField.Recommendations => p.Dates >= Most || p.Ratings >= Most || p.Percents >= Most ? -0.6 : p.Demands >= 0.5 ? 0.1 : 0,
            ImportField.Progress => p.Statuses >= 0.8 || p.Numbers >= 0.8 || p.Percents >= 0.8 || (p.Dates >= 0.8 && p.Length < 25)
                || (p.Names >= 0.8 && p.Reports < 0.2 && p.Length < 40) ? -0.5 : p.Ratings >= 0.8 ? -0.35 : p.Reports >= 0.3 ? 0.15 : 0,
            ImportField.Measures => p.Dates >= Most ? -0.6 : p.Numbers >= Most ? -0.7 : p.Ratings >= Most ? -0.6 : 0,
            ImportField.Financial => p.Amounts >= 0.3 ? 0.2 : Against(p) / 2,
            ImportField.Impact => Against(p) - (p.Reports >= 0.5 ? 0.05 : 0),
            ImportField.Success or ImportField.Difference or ImportField.Evidence or ImportField.Risk => Against(p),
            ImportField.OtherActions => Against(p) + (p.Owned >= 0.3 ? 0.2 : 0),
            ImportField.Month => p.Length > 4 && p.Ticks < 0.3 ? 0.05 : 0.1,
            _ => 0,
        };
    }

    /// <summary>Cells that are no prose.</summary>
    private static double Against(ColumnProfile p) =>
        p.Dates >= Most || p.Ratings >= Most || p.Statuses >= 0.8 || p.Percents >= Most ? -0.8 : p.Numbers >= 0.8 ? -0.8 : 0;

    /// <summary>How likely it is that a column holds a field that its header does not name.</summary>
    private static double Bare(ImportField field, ColumnProfile p, FileColumn column)
    {
        if (p.Filled == 0)
        {
            return field is ImportField.Rag && p.Colours > 0 && (p.Colours >= 0.4 || p.Kinds > 1) ? 0.6 : 0;
        }

        return field switch
        {
            ImportField.Rag when p.Ratings >= Most => 0.62,
            ImportField.Status when p.Statuses >= Most && p.Ratings < Most => 0.6,
            ImportField.Number when p.Numbers >= Most && p.Dates < Most && column.Index < 3 && p.Distinct > 0.6 => 0.61,
            ImportField.Deadline when p.Dates >= Most => 0.58,
            ImportField.Leads when p.Names >= Most && (p.Length < 35 || p.Reports < 0.3) && p.Ratings < Most && p.Statuses < Most => 0.56,
            ImportField.Evidence when p.Links >= Most => 0.5,
            ImportField.Title when p.Length > 12 && Against(p) == 0
                && p.Names < Most => 0.36 + (p.Tasks >= 0.5 ? 0.12 : 0) + Math.Min(0.06, p.Length / 1000),
            ImportField.Progress when p.Length > 12 && p.Reports >= 0.4 && Against(p) == 0 && p.Tasks < 0.5 => 0.44,
            ImportField.Recommendations when p.Length > 20 && p.Demands >= 0.5 && p.Tasks < 0.4 && Against(p) == 0 => 0.43,
            ImportField.Aim when column is { Header.Length: 0, Index: 0 } && p.Blanks > 0 && p.Length > 5 && Against(p) == 0 => 0.55,
            _ => 0,
        };
    }
}
