using System.Text;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace InspectionPortal.Web.Components.Changes;

/// <summary>Which words of a text were removed and which were added.</summary>
public static class WordChanges
{
    /// <summary>
    /// The most characters of a side that are compared word by word. The work grows with the square of the words: 5,000 that all differ
    /// take a second, so one page must not hold many of those.
    /// </summary>
    public const int MostCharacters = 4000;

    /// <summary>Compares two texts; a side that is too long stands as a whole.</summary>
    public static IReadOnlyList<TextRun> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var runs = new Runs();
        if (before.Length > MostCharacters || after.Length > MostCharacters)
        {
            runs.Remove(before);
            runs.Add(after);
            return runs.Finish();
        }

        var pieces = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker()).Lines;
        for (var i = 0; i < pieces.Count; i++)
        {
            var text = pieces[i].Text ?? string.Empty;
            switch (pieces[i].Type)
            {
                case ChangeType.Deleted:
                    runs.Remove(text);
                    break;
                case ChangeType.Inserted:
                    runs.Add(text);
                    break;
                case ChangeType.Unchanged when string.IsNullOrWhiteSpace(text) && runs.IsInChange && IsChange(pieces, i + 1):
                    // A space between two changed words belongs to the change, or the reader gets one mark for each word.
                    runs.Remove(text);
                    runs.Add(text);
                    break;
                case ChangeType.Unchanged:
                    runs.Keep(text);
                    break;
            }
        }

        return runs.Finish();
    }

    private static bool IsChange(List<DiffPiece> pieces, int index) =>
        index < pieces.Count && pieces[index].Type is ChangeType.Deleted or ChangeType.Inserted;

    /// <summary>Joins what lies side by side: of each change first all that was removed, then all that was added.</summary>
    private sealed class Runs
    {
        private readonly List<TextRun> _runs = [];
        private readonly StringBuilder _same = new();
        private readonly StringBuilder _removed = new();
        private readonly StringBuilder _added = new();

        public bool IsInChange => _removed.Length + _added.Length > 0;

        public void Remove(string text)
        {
            Flush(_same, TextRunKind.Same);
            _removed.Append(text);
        }

        public void Add(string text)
        {
            Flush(_same, TextRunKind.Same);
            _added.Append(text);
        }

        public void Keep(string text)
        {
            FlushChange();
            _same.Append(text);
        }

        public List<TextRun> Finish()
        {
            FlushChange();
            Flush(_same, TextRunKind.Same);
            return _runs;
        }

        private void FlushChange()
        {
            Flush(_removed, TextRunKind.Removed);
            Flush(_added, TextRunKind.Added);
        }

        private void Flush(StringBuilder text, TextRunKind kind)
        {
            if (text.Length > 0)
            {
                _runs.Add(new TextRun(kind, text.ToString()));
                text.Clear();
            }
        }
    }
}
