using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Imports.Finding;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Building;

/// <summary>Puts together what a page break or a blank first cell parts, and fills in what is merged down.</summary>
internal sealed class RowJoiner
{
    private readonly FoundPlan plan;
    private readonly ImportIssues issues;
    private readonly ImportField?[] fields;
    private readonly double[] upperShare;
    private readonly int title;
    private readonly bool groupsByFinding;

    public RowJoiner(FoundPlan plan, IReadOnlyList<MappedColumn> columns, ImportIssues issues)
    {
        this.plan = plan;
        this.issues = issues;
        fields = columns.Select(c => c.Field).ToArray();
        title = Array.IndexOf(fields, ImportField.Title);
        groupsByFinding = !fields.Contains(ImportField.Aim) && !fields.Contains(ImportField.Driver);
        upperShare = Enumerable.Range(0, fields.Length).Select(UpperShare).ToArray();
    }

    /// <summary>The banners and whole rows, in their order.</summary>
    public List<object> Join()
    {
        var joined = new List<object>();
        PlanRow? last = null;
        foreach (var item in plan.Items)
        {
            if (item is not RowItem row)
            {
                joined.Add(item);
                continue;
            }

            switch (last is null ? Kind.New : Judge(last, row))
            {
                case Kind.Continues when last is not null:
                    Append(last, row, isCut: true);
                    break;
                case Kind.FurtherAction when last is not null:
                    issues.Doubt(row.Where, $"Read as going on from the row before it ({last.Where}), as a further action: its cells go on in mid-sentence.");
                    Append(last, row, isCut: true);
                    break;
                default:
                    GiveBack(last, row);
                    last = Start(row, last);
                    joined.Add(last);
                    break;
            }
        }

        return joined;
    }

    private bool IsGroup(int column) => fields[column] is ImportField.Aim or ImportField.Driver || (groupsByFinding && fields[column] == ImportField.Recommendations);

    private Kind Judge(PlanRow last, RowItem row)
    {
        var filled = Enumerable.Range(0, row.Cells.Length).Where(i => !row.Cells[i].IsBlank && fields[i] is not null).ToList();
        var groups = filled.Where(IsGroup).ToList();
        if (groups.Exists(g => GoesOn(last, row, g)))
        {
            return Kind.Continues;
        }

        var isTitled = title >= 0 && filled.Contains(title);
        if (title >= 0 && !isTitled)
        {
            return Untitled(last, row, groups, filled);
        }

        if (!isTitled || filled.Exists(i => fields[i] == ImportField.Number && !last.IsBlank(i)))
        {
            return isTitled && GoesOn(last, row, title) && !filled.Exists(i => fields[i] == ImportField.Number) ? Kind.Continues : Kind.New;
        }

        if (GoesOn(last, row, title))
        {
            return Kind.Continues;
        }

        var middles = filled.Where(i => i != title && !IsGroup(i) && GoesOn(last, row, i)).ToList();
        return groups.Count == 0 && middles.Count > 0 && (row.IsAfterBreak || middles.Exists(i => Sentences.IsCutOff(last.Lines[i][^1].Text)))
            ? Kind.FurtherAction
            : Kind.New;
    }

    private Kind Untitled(PlanRow last, RowItem row, List<int> groups, List<int> filled)
    {
        var number = filled.FindIndex(i => fields[i] == ImportField.Number);
        if (groups.Count > 0 || (number >= 0 && filled.Count > 2))
        {
            issues.Doubt(row.Where, "This row does not say what will be done. Enter the action.");
            return Kind.New;
        }

        if (row.Cells[title].Down != MergeDown.Continued && filled.Count > 0)
        {
            issues.Info(row.Where, $"Its first cells are blank: read as going on from the row before it ({last.Where}).");
        }

        return Kind.Continues;
    }

    /// <summary>Whether the words of a cell go on in mid-sentence in the row below.</summary>
    private bool GoesOn(PlanRow last, RowItem row, int column)
    {
        if (last.IsBlank(column) || row.Cells[column].IsBlank || row.Cells[column].Lines[0].Marker is not null)
        {
            return false;
        }

        var (before, after) = (last.Lines[column][^1].Text, row.Cells[column].Lines[0].Text);
        if (Sentences.IsCutOff(before))
        {
            return fields[column] is not (ImportField.Rag or ImportField.Status or ImportField.Number)
                && (fields[column] != ImportField.Deadline || !DeadlineReading.IsDeadline(before));
        }

        return fields[column] is not (ImportField.Leads or ImportField.LeadsWith or ImportField.Deadline or ImportField.Rag or ImportField.Status or ImportField.Number)
            && Sentences.StartsSmall(after) && !Sentences.IsEnded(before) && upperShare[column] >= 0.6
            && Sentences.Words(before) >= 3 && Sentences.Words(after) >= 2;
    }

    /// <summary>Words that go on from the row above although the rest of the row is new: given back to that row.</summary>
    private void GiveBack(PlanRow? last, RowItem row)
    {
        if (last is null || title < 0)
        {
            return;
        }

        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (i != title && !IsGroup(i) && fields[i] is not null && GoesOn(last, row, i) && Sentences.IsCutOff(last.Lines[i][^1].Text))
            {
                issues.Doubt(row.Where, $"In the column '{plan.Columns[i].Header}' the words go on from the row above ({last.Where}) and were joined to it.");
                AddLines(last, row.Cells[i], i, isCut: true);
                row.Cells[i] = SourceCell.Empty;
            }
        }
    }

    private PlanRow Start(RowItem row, PlanRow? above)
    {
        var next = new PlanRow(row.Where, fields.Length);
        var isNewGroup = false;
        for (var i = 0; i < fields.Length; i++)
        {
            var cell = row.Cells[i];
            var isCarried = cell.Down == MergeDown.Continued || (IsGroup(i) && cell.IsBlank && !isNewGroup);
            isNewGroup |= IsGroup(i) && !cell.IsBlank && fields[i] == ImportField.Aim;
            if (!cell.IsBlank)
            {
                next.Lines[i].AddRange(cell.Lines);
            }
            else if (isCarried && above is not null)
            {
                next.Lines[i].AddRange(above.Lines[i]);
            }

            next.Fills[i] = cell.Down == MergeDown.Continued ? above?.Fills[i] : cell.Fill;
            next.Footnotes.AddRange(cell.Footnotes);
        }

        return next;
    }

    private void Append(PlanRow last, RowItem row, bool isCut)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            AddLines(last, row.Cells[i], i, isCut);
            last.Fills[i] ??= row.Cells[i].Fill;
            last.Footnotes.AddRange(row.Cells[i].Footnotes);
        }
    }

    private void AddLines(PlanRow last, SourceCell cell, int column, bool isCut)
    {
        if (cell.IsBlank)
        {
            return;
        }

        var lines = last.Lines[column];
        if (lines.Count > 0 && cell.Lines[0].Marker is null && isCut && IsOneLine(lines[^1], cell.Lines[0].Text, column))
        {
            lines[^1] = lines[^1] with { Text = $"{lines[^1].Text} {cell.Lines[0].Text}" };
            lines.AddRange(cell.Lines.Skip(1));
        }
        else
        {
            lines.AddRange(cell.Lines);
        }
    }

    private bool IsOneLine(SourceLine before, string after, int column)
    {
        if (Sentences.IsCutOff(before.Text))
        {
            return true;
        }

        var isList = before.Marker is not null && !Sentences.IsEnded(before.Text);
        var isName = (IsGroup(column) || column == title) && Sentences.Words(before.Text) <= 3 && !Sentences.IsEnded(before.Text);
        var isText = fields[column] is not (ImportField.Leads or ImportField.LeadsWith or ImportField.Deadline or ImportField.Rag or ImportField.Status or ImportField.Number);
        return isList || isName || (isText && Sentences.StartsSmall(after) && !Sentences.IsEnded(before.Text));
    }

    private double UpperShare(int column)
    {
        var starts = plan.Rows.Select(r => r.Cells[column]).Where(c => !c.IsBlank).Select(c => c.Text.FirstOrDefault(char.IsLetter)).Where(c => c != default).Take(300).ToList();
        return starts.Count == 0 ? 0 : starts.Count(char.IsUpper) / (double)starts.Count;
    }

    private enum Kind
    {
        New,
        Continues,
        FurtherAction,
    }
}
