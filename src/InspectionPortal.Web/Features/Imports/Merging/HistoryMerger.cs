using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What a file says of progress, as entries from before the portal.</summary>
internal sealed class HistoryMerger(ExistingPlan state, MergeLog log, MergeSetting setting)
{
    private readonly Dictionary<Guid, List<KnownEntryRow>> _entries = state.Entries.GroupBy(e => e.ProjectId).ToDictionary(g => g.Key, g => g.ToList());
    private readonly List<KnownAgencyRow> _agencies = [.. state.Agencies];

    /// <summary>What was said of the project becomes history; a line that is there already is not said twice.</summary>
    public void Add(ImportedProject imported, ImprovementProject project, bool isNew, List<string> told)
    {
        if (imported.Progress is not { } progress)
        {
            return;
        }

        var known = ExistingPlan.Of(_entries, project.Id);
        var said = known.SelectMany(k => k.Text.Split('\n')).Select(HeaderSynonyms.Plain).ToHashSet(StringComparer.Ordinal);
        var position = known.Select(k => k.Position).DefaultIfEmpty(-1).Max();
        foreach (var (agencyId, lines) in Said(progress))
        {
            var fresh = lines.Where(l => !said.Contains(HeaderSynonyms.Plain(l)) && (imported.Own is null || !said.Contains(HeaderSynonyms.Plain(Bare(l))))).ToList();
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
                        Source = new SourceNote(EnglishText.CutKeepingLines($"{setting.FileName}, {imported.Source}", SourceNote.PlaceMaxLength), null, Unclear: false),
                    },
                    project.Number, piece);
                if (!isNew)
                {
                    told.Add($"Progress: {EnglishText.Cut(piece.ReplaceLineEndings(" "), 160)}");
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
            var speaker = _agencies.Find(a => a.Code.Length > 0 && line.StartsWith(a.Code, StringComparison.Ordinal) && line.Length > a.Code.Length
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
