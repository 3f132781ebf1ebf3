using InspectionPortal.PlanDocuments.Building;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>A column as it stands in a file: its header, the one above it, and some of its cells.</summary>
internal sealed record FileColumn(int Index, string Header, string? Upper, IReadOnlyList<string> Cells, IReadOnlyList<string?> Fills)
{
    public string FullHeader => string.IsNullOrEmpty(Upper) ? Header : $"{Upper}: {Header}";
}

/// <summary>A column and what its cells are read as; no field where it is empty and left out.</summary>
internal sealed record MappedColumn(FileColumn Column, ImportField? Field, double Sureness, string Because);

/// <summary>Decides what each column is read as: a choice by hand, an earlier choice, its header, its content; in that order.</summary>
internal sealed class ColumnMapper(ImportHints hints, ImportIssues issues)
{
    private const double Most = 0.6;

    public List<MappedColumn> Map(IReadOnlyList<FileColumn> columns)
    {
        var mapped = columns.Select(First).ToList();
        for (var i = 0; i < mapped.Count; i++)
        {
            mapped[i] = Correct(mapped[i], mapped);
        }

        FillFromContent(mapped);
        KeepOne(mapped, ImportField.Number, ImportField.Other);
        KeepOne(mapped, ImportField.Title, ImportField.OtherActions);
        KeepOne(mapped, ImportField.Deadline, ImportField.Other);
        KeepOne(mapped, ImportField.Aim, ImportField.Driver);
        FindTitle(mapped);
        Say(mapped);
        return mapped;
    }

    private MappedColumn First(FileColumn column)
    {
        if (Choice(hints.Choices, column) is { } chosen)
        {
            return new MappedColumn(column, chosen, 1, "choice");
        }

        if (column.Cells.All(string.IsNullOrWhiteSpace) && column.Fills.All(f => f is null) && column.Header.Length == 0)
        {
            return new MappedColumn(column, null, 1, "empty");
        }

        if (Choice(hints.EarlierChoices, column) is { } earlier)
        {
            return new MappedColumn(column, earlier, 0.95, "earlier choice");
        }

        var read = HeaderSynonyms.Read(column.Header, column.Upper);
        if (read is not null && read.Value.Sureness < 0.8 && HeaderSynonyms.Read(column.Upper ?? "") is { } above)
        {
            read = (above.Field, above.Sureness * 0.9);
        }

        return read is { } found ? new MappedColumn(column, found.Field, found.Sureness, "header") : new MappedColumn(column, ImportField.Other, 0, "unknown");
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

    /// <summary>Where the content or the neighbours say that a header means something else.</summary>
    private static MappedColumn Correct(MappedColumn mapped, List<MappedColumn> all)
    {
        if (mapped.Because != "header")
        {
            return mapped;
        }

        var column = mapped.Column;
        bool Has(ImportField field) => all.Exists(m => m.Field == field);
        bool IsManaging(MappedColumn m) => m.Column.Index < column.Index && m.Field is ImportField.Leads or ImportField.Deadline or ImportField.Rag or ImportField.Status;
        var isBeforeTitle = all.FindIndex(m => m.Field == ImportField.Title) is var title && title > column.Index;
        var words = HeaderSynonyms.Plain(column.Header);
        ImportField? other = mapped.Field switch
        {
            ImportField.Status when Share(column, CellContent.IsRating) >= Most => ImportField.Rag,
            ImportField.Rag when Share(column, CellContent.IsStatus) >= Most && !words.Contains("rag", StringComparison.Ordinal) => ImportField.Status,
            ImportField.Progress when CellContent.IsStatus(column.Header) && Share(column, CellContent.IsStatus) >= Most => ImportField.Status,
            ImportField.Aim when Share(column, CellContent.IsUrgency) >= Most => ImportField.Other,
            ImportField.Impact when isBeforeTitle && !Has(ImportField.Aim) && !all.Exists(IsManaging) && words is "outcome" or "outcomes" => ImportField.Aim,
            ImportField.Measures when Share(column, CellContent.IsDeadline) >= Most && !Has(ImportField.Deadline) => ImportField.Deadline,
            ImportField.Measures when Share(column, CellContent.IsNumber) >= Most => ImportField.Other,
            ImportField.LeadsWith or ImportField.Partners when words is "partners" or "stakeholders" or "partners stakeholders" => Length(column) < 45 && column.Upper is null ? ImportField.LeadsWith : ImportField.Partners,
            ImportField.Status when words is "complete" or "completed" && Share(column, CellContent.IsDeadline) >= Most => Has(ImportField.Deadline) ? ImportField.Other : ImportField.Deadline,
            ImportField.Number when Share(column, CellContent.IsNumber) < 0.3 && Length(column) > 25 => ImportField.Other,
            ImportField.Recommendations when words is "rec no" or "issue" or "standard" && Has(ImportField.Title) => ImportField.Recommendations,
            _ => null,
        };
        return other is { } field && field != mapped.Field ? mapped with { Field = field, Sureness = 0.7, Because = "header and content" } : mapped;
    }

    private static void FillFromContent(List<MappedColumn> all)
    {
        bool Lacks(ImportField field) => !all.Exists(m => m.Field == field);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is not { Because: "unknown" })
            {
                continue;
            }

            var column = all[i].Column;
            ImportField? field = column switch
            {
                _ when Share(column, CellContent.IsRating) >= Most => ImportField.Rag,
                _ when Share(column, CellContent.IsStatus) >= Most && (Lacks(ImportField.Status) || CellContent.IsStatus(column.Header)) => ImportField.Status,
                _ when column.Cells.All(string.IsNullOrWhiteSpace) && column.Fills.Any(f => CellContent.Colour(f) is not null) && Lacks(ImportField.Rag) => ImportField.Rag,
                _ when Share(column, CellContent.IsNumber) >= Most && i < 2 && Lacks(ImportField.Number) => ImportField.Number,
                { Header.Length: 0 } when i == 0 && Lacks(ImportField.Aim) && column.Cells.Any(string.IsNullOrWhiteSpace) && Length(column) > 5 => ImportField.Aim,
                _ when Share(column, CellContent.IsDeadline) >= Most && Lacks(ImportField.Deadline) => ImportField.Deadline,
                _ when Share(column, PostNames.LooksLikePost) >= Most && Lacks(ImportField.Leads) => ImportField.Leads,
                _ => null,
            };
            if (field is not null)
            {
                all[i] = all[i] with { Field = field, Sureness = 0.6, Because = "content" };
            }
            else if (column.Cells.All(string.IsNullOrWhiteSpace))
            {
                all[i] = all[i] with { Field = null, Sureness = 1, Because = "empty" };
            }
        }
    }

    /// <summary>Of several columns for a field that a project has once, the surest and then the first keeps it.</summary>
    private static void KeepOne(List<MappedColumn> all, ImportField field, ImportField instead)
    {
        var candidates = all.Where(m => m.Field == field).ToList();
        if (candidates.Count < 2)
        {
            return;
        }

        var kept = candidates.OrderByDescending(m => m.Because == "choice").ThenByDescending(m => m.Column.Cells.Any(c => c.Length > 0))
            .ThenByDescending(m => m.Sureness).ThenBy(m => m.Column.Index).First();
        foreach (var loser in candidates.Where(m => m != kept && m.Because != "choice"))
        {
            var better = field == ImportField.Title && loser.Column.Index < kept.Column.Index && !all.Exists(m => m.Field == ImportField.Aim) ? ImportField.Aim : instead;
            all[all.IndexOf(loser)] = loser with { Field = better, Sureness = 0.5 };
        }
    }

    /// <summary>A plan says somewhere what will be done; where no header does, the likeliest column is taken.</summary>
    private static void FindTitle(List<MappedColumn> all)
    {
        if (all.Exists(m => m.Field == ImportField.Title))
        {
            return;
        }

        ImportField[] likely = [ImportField.OtherActions, ImportField.Driver, ImportField.Aim, ImportField.Difference, ImportField.Impact, ImportField.Measures, ImportField.Recommendations];
        var found = likely.Select(f => all.FindLast(m => m.Field == f && m.Because != "choice")).FirstOrDefault(m => m is not null)
            ?? all.Where(m => m.Because == "unknown").MaxBy(m => Length(m.Column));
        if (found is not null)
        {
            all[all.IndexOf(found)] = found with { Field = ImportField.Title, Sureness = 0.4 };
        }
    }

    private void Say(List<MappedColumn> all)
    {
        foreach (var mapped in all)
        {
            var header = mapped.Column.FullHeader.Length == 0 ? $"Column {mapped.Column.Index + 1}" : $"Column '{mapped.Column.FullHeader}'";
            if (mapped.Field is null)
            {
                issues.Info(header, "This column is empty and was left out.");
            }
            else if (mapped.Because == "unknown" && mapped.Field == ImportField.Other)
            {
                issues.Warn(header, "It is not clear what this column contains. Its text is kept with each row. If you know, choose what it contains.");
            }
            else if (mapped.Sureness < 0.65)
            {
                issues.Warn(header, $"This column was read as '{mapped.Field.Value.ToWire()}', which may be wrong. If it is, choose what it contains.");
            }
            else if (mapped.Field == ImportField.Other)
            {
                issues.Info(header, "The portal has no field for this column. Its text is kept with each row.");
            }
        }
    }

    private static double Share(FileColumn column, Func<string, bool> test)
    {
        var filled = column.Cells.Where(c => c.Length > 0).Take(200).ToList();
        return filled.Count == 0 ? 0 : filled.Count(test) / (double)filled.Count;
    }

    private static double Length(FileColumn column)
    {
        var filled = column.Cells.Where(c => c.Length > 0).Take(200).ToList();
        return filled.Count == 0 ? 0 : filled.Average(c => c.Length);
    }
}
