using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Updates;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What a file says of progress, as entries from before the portal.</summary>
internal sealed class HistoryMerger(PlanState state, MergeLog log, MergeSetting setting)
{
    private readonly Dictionary<Guid, List<PlanStatePiece>> entries = state.PiecesByOwner(PlanStatePiece.Entry);
    private readonly List<PlanStatePiece> agencies = [.. state.Agencies];

    /// <summary>What was said of the project becomes history; a line that is there already is not said twice.</summary>
    public void Add(ImportedProject imported, ImprovementProject project, bool isNew, List<string> told)
    {
        if (imported.Progress is not { } progress)
        {
            return;
        }

        var known = PlanState.Of(entries, project.Id);
        var said = known.SelectMany(k => k.Text.Split('\n')).Select(HeaderWords.Plain).ToHashSet(StringComparer.Ordinal);
        var position = known.Select(k => k.Position).DefaultIfEmpty(-1).Max();
        foreach (var (agencyId, lines) in Said(progress))
        {
            var fresh = lines.Where(l => !said.Contains(HeaderWords.Plain(l)) && (imported.Own is null || !said.Contains(HeaderWords.Plain(Bare(l))))).ToList();
            if (fresh.Count == 0)
            {
                continue;
            }

            foreach (var piece in Pieces(string.Join('\n', fresh)))
            {
                log.Add(
                    new UpdateEntry
                    {
                        ProjectId = project.Id,
                        AgencyId = agencyId,
                        Position = ++position,
                        Text = piece,
                        BeforePortal = true,
                        Source = new Plans.SourceNote(ImportWords.Cut($"{setting.FileName}, {imported.Source}", Plans.SourceNote.PlaceMaxLength), null, Unclear: false),
                    },
                    project.Number, piece);
                if (!isNew)
                {
                    told.Add($"Progress: {ImportWords.Cut(piece.ReplaceLineEndings(" "), 160)}");
                }
            }
        }
    }

    /// <summary>A line that the portal wrote, without the day and the agency that it put before the words.</summary>
    private static string Bare(string line) => line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? line[(end + 2)..] : line;

    private static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > UpdateEntry.TextMaxLength)
        {
            var end = text.LastIndexOfAny([' ', '\n'], UpdateEntry.TextMaxLength - 1);
            end = end > UpdateEntry.TextMaxLength / 2 ? end : UpdateEntry.TextMaxLength;
            yield return text[..end].Trim();
            text = text[end..].Trim();
        }

        yield return text;
    }

    /// <summary>The lines by the agency that speaks: one that begins with an agency's code opens what that agency says.</summary>
    private List<(Guid? AgencyId, List<string> Lines)> Said(string progress)
    {
        var blocks = new List<(Guid? AgencyId, List<string> Lines)>();
        foreach (var line in progress.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var speaker = agencies.Find(a => a.Code.Length > 0 && line.StartsWith(a.Code, StringComparison.Ordinal) && line.Length > a.Code.Length
                && line[a.Code.Length..].TrimStart() is ['-' or '–' or '—' or ':', ..]);
            if (speaker is not null || blocks.Count == 0)
            {
                blocks.Add((speaker?.Id, []));
            }

            var words = speaker is null ? line : line[speaker.Code.Length..].TrimStart().TrimStart('-', '–', '—', ':').Trim();
            if (words.Length > 0)
            {
                blocks[^1].Lines.Add(words);
            }
        }

        return blocks;
    }
}
