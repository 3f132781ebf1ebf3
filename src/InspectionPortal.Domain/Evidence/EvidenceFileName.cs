using System.Globalization;
using System.Text;

namespace InspectionPortal.Domain.Evidence;

/// <summary>Makes the name that a file came with safe to show and to offer on download. It never names anything on our disk.</summary>
public static class EvidenceFileName
{
    private const string Awkward = "\"<>|:*?\\/;%";

    /// <summary>
    /// The last part of a path, without control and direction characters or those that file systems and headers read as
    /// their own, at most <see cref="EvidenceVersion.FileNameMaxLength"/> long with its ending kept.
    /// </summary>
    public static string Safe(string? given)
    {
        var name = (given ?? string.Empty).Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var isHidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            if (!isHidden && rune != Rune.ReplacementChar)
            {
                kept.Append(rune.IsAscii && Awkward.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
            }
        }

        return Cut(kept.ToString().Trim().TrimEnd('.'));
    }

    private static string Cut(string name)
    {
        var dot = name.LastIndexOf('.');
        var (stem, ending) = dot < 0 ? (name, string.Empty) : (name[..dot], name[dot..]);
        stem = stem.Trim(' ', '.');
        if (stem.Length == 0)
        {
            stem = "file";
        }

        var room = EvidenceVersion.FileNameMaxLength - ending.Length;
        if (room < 1)
        {
            return "file";
        }

        if (stem.Length > room)
        {
            stem = char.IsHighSurrogate(stem[room - 1]) ? stem[..(room - 1)] : stem[..room];
        }

        return stem + ending;
    }
}
