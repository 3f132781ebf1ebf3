using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;
using InspectionPortal.PlanDocuments.TableDetection;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Puts together what a page break or a blank first cell parts, and fills in what is merged down.</summary>
internal sealed class RowJoiner
{
    private readonly FoundPlan _plan;
    private readonly ImportIssues _issues;
    private readonly ReadingBudget _budget;
    private readonly ImportField?[] _fields;
    private readonly double[] _upperShare;
    private readonly int _title;
    private readonly bool _groupsByFinding;

    public RowJoiner(FoundPlan plan, IReadOnlyList<MappedColumn> columns, ImportIssues issues, ReadingBudget budget)
    {
        _plan = plan;
        _issues = issues;
        _budget = budget;
        _fields = columns.Select(c => c.Field).ToArray();
        _title = Array.IndexOf(_fields, ImportField.Title);
        var isFinding = _title < 0 && _fields.Contains(ImportField.Recommendations);
        _title = isFinding ? Array.IndexOf(_fields, ImportField.Recommendations) : _title;
        _groupsByFinding = !isFinding && !_fields.Contains(ImportField.Aim) && !_fields.Contains(ImportField.Driver);
        _upperShare = Enumerable.Range(0, _fields.Length).Select(UpperShare).ToArray();
    }

    /// <summary>The banners and whole rows, in their order.</summary>
    public List<object> Join()
    {
        var joined = new List<object>();
        PlanRow? last = null;
        foreach (var item in _plan.Items)
        {
            _budget.Step();
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
                    _issues.Warn(row.Where, $"Read as a continuation of the row before it ({last.Where}), as a further action: its text continues mid-sentence.");
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

    private bool IsGroup(int column) =>
        _fields[column] is ImportField.Aim or ImportField.Driver || (_groupsByFinding && _fields[column] == ImportField.Recommendations);

    private Kind Judge(PlanRow last, RowItem row)
    {
        var filled = Enumerable.Range(0, row.Cells.Length).Where(i => !row.Cells[i].IsBlank && _fields[i] is not null).ToList();
        var groups = filled.Where(IsGroup).ToList();
        if (groups.Exists(g => GoesOn(last, row, g)))
        {
            return Kind.Continues;
        }

        var isTitled = _title >= 0 && filled.Contains(_title);
        if (_title >= 0 && !isTitled)
        {
            return Untitled(last, row, groups, filled);
        }

        if (!isTitled || filled.Exists(i => _fields[i] == ImportField.Number && !last.IsBlank(i)))
        {
            return isTitled && GoesOn(last, row, _title)
                && !filled.Exists(i => _fields[i] == ImportField.Number) ? Kind.Continues : Kind.New;
        }

        if (GoesOn(last, row, _title))
        {
            return Kind.Continues;
        }

        var middles = filled.Where(i => i != _title && !IsGroup(i) && GoesOn(last, row, i)).ToList();
        return groups.Count == 0 && middles.Count > 0 && (row.IsAfterBreak || middles.Exists(i => last[i].IsCutOff))
            ? Kind.FurtherAction
            : Kind.New;
    }

    private Kind Untitled(PlanRow last, RowItem row, List<int> groups, List<int> filled)
    {
        var number = filled.FindIndex(i => _fields[i] == ImportField.Number);
        if (groups.Count > 0 || (number >= 0 && filled.Count > 2))
        {
            _issues.Warn(row.Where, "This row has no action. Enter the action.");
            return Kind.New;
        }

        if (row.Cells[_title].Down != MergeDown.Continued && filled.Count > 0)
        {
            _issues.Info(row.Where, $"Its first cells are blank, so it was read as a continuation of the row before it ({last.Where}).");
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

        var (before, after) = (last[column], row.Cells[column].Lines[0].Text);
        if (before.IsCutOff)
        {
            return _fields[column] is not (ImportField.Rag or ImportField.Status or ImportField.Number or ImportField.Month)
                && (row.IsAfterBreak || !char.IsUpper(after.FirstOrDefault(char.IsLetter)))
                && (_fields[column] != ImportField.Deadline || before.LastLength > DeadlineReading.Longest
                    || !DeadlineReading.IsDeadline(before.LastText));
        }

        return _fields[column] is not (ImportField.Leads or ImportField.LeadsWith or ImportField.Deadline or ImportField.Rag
            or ImportField.Status or ImportField.Number)
            && Sentences.StartsSmall(after) && !before.IsEnded && _upperShare[column] >= 0.6
            && before.HasWords(3) && Sentences.HasWords(after, 2);
    }

    /// <summary>Words that go on from the row above although the rest of the row is new: given back to that row.</summary>
    private void GiveBack(PlanRow? last, RowItem row)
    {
        if (last is null || _title < 0)
        {
            return;
        }

        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (i != _title && !IsGroup(i) && _fields[i] is not null && GoesOn(last, row, i) && last[i].IsCutOff)
            {
                _issues.Warn(row.Where, $"In the column '{_plan.Columns[i].Header}' the text continues from the row above ({last.Where}), so it was joined to it.");
                AddLines(last, row.Cells[i], i, isCut: true);
                row.Cells[i] = SourceCell.Empty;
            }
        }
    }

    private PlanRow Start(RowItem row, PlanRow? above)
    {
        var next = new PlanRow(row.Where, _fields.Length);
        var isNewGroup = false;
        for (var i = 0; i < _fields.Length; i++)
        {
            var cell = row.Cells[i];
            var isCarried = cell.Down == MergeDown.Continued || (IsGroup(i) && cell.IsBlank && !isNewGroup);
            isNewGroup |= IsGroup(i) && !cell.IsBlank && _fields[i] == ImportField.Aim;
            if (!cell.IsBlank)
            {
                next[i].AddRange(cell.Lines);
            }
            else if (isCarried && above is not null)
            {
                _budget.Text(above[i].Length, above[i].Count);
                next[i].AddRange(above.Lines(i));
            }

            next.Fills[i] = cell.Down == MergeDown.Continued ? above?.Fills[i] : cell.Fill;
            next.Footnotes.AddRange(cell.Footnotes);
        }

        return next;
    }

    private void Append(PlanRow last, RowItem row, bool isCut)
    {
        for (var i = 0; i < _fields.Length; i++)
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

        var lines = last[column];
        if (lines.Count > 0 && cell.Lines[0].Marker is null && isCut && IsOneLine(lines, cell.Lines[0].Text, column))
        {
            lines.Join(" ", cell.Lines[0].Text);
            lines.AddRange(cell.Lines.Skip(1));
        }
        else
        {
            lines.AddRange(cell.Lines);
        }
    }

    private bool IsOneLine(JoinedLines before, string after, int column)
    {
        if (before.IsCutOff)
        {
            return true;
        }

        var isList = before.LastMarker is not null && !before.IsEnded;
        var isName = (IsGroup(column) || column == _title) && !before.HasWords(4) && !before.IsEnded;
        var isText = _fields[column] is not (ImportField.Leads or ImportField.LeadsWith or ImportField.Deadline or ImportField.Rag
            or ImportField.Status or ImportField.Number);
        return isList || isName || (isText && Sentences.StartsSmall(after) && !before.IsEnded);
    }

    private double UpperShare(int column)
    {
        var starts = _plan.Rows.Select(r => r.Cells[column]).Where(c => !c.IsBlank).Select(c =>
            c.Text.FirstOrDefault(char.IsLetter)).Where(c => c != default).Take(300).ToList();
        return starts.Count == 0 ? 0 : starts.Count(char.IsUpper) / (double)starts.Count;
    }

    private enum Kind
    {
        New,
        Continues,
        FurtherAction,
    }
}
