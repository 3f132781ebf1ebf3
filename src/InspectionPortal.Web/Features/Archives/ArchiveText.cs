using System.Globalization;
using System.Text;
using System.Text.Json;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data.Auditing;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>The two files that explain the others.</summary>
public static class ArchiveText
{
    /// <summary>The kind of archive, for whoever restores it. It goes up where an older portal could not.</summary>
    public const int Format = 2;

    public const string ReadMe = "README.txt";
    public const string Manifest = "manifest.json";

    private static readonly string PortalVersion = typeof(ArchiveText).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";

    /// <summary>Name under which the archive is saved, such as "aberdeen-2026-11-20.zip".</summary>
    public static string FileName(string slug, DateTimeOffset at) =>
        $"{slug}-{at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip";

    /// <summary>What the archive is, in plain words.</summary>
    public static string WriteReadMe(ArchiveAbout about, IReadOnlyList<ArchiveTable> tables)
    {
        var text = new StringBuilder();
        text.AppendLine($"All data of {about.Partnership.Name} in Inspection Portal {PortalVersion}")
            .AppendLine($"as it was on {DateFormat.Moment(about.At.UtcDateTime)} (UTC)")
            .AppendLine(about.By is null ? "created by the people who run the portal" : $"created for {about.By}")
            .AppendLine();
        if (about.Partnership.AsAt is { } asAt)
        {
            text.AppendLine($"This is a demonstration: its plan is shown as at {DateFormat.Full(asAt)}.").AppendLine();
        }

        text.AppendLine(
            """
            tables/     Each table twice: as .csv for a spreadsheet and as .json with every detail. The rows are the same.
            reports/    Submitted and published reports, exactly as they were. The SHA-256 that was approved is in tables/submissions
                        and tables/published-reports.
            evidence/   The files, in a folder for each item of evidence. Each file has its version number.
            manifest.json   Every file in this archive with its size, its SHA-256 and, for a table, its number of rows. Then the
                            evidence files that are not included, and why.

            Rows refer to each other by id: projectId in one table is id in tables/projects. People are shown by id, with their name
            in tables/people. Members also have their e-mail address there; other people only have their name.
            Times are in Coordinated Universal Time. In the .csv, a deadline is what was written; the .json also has the date the
            portal understood. In the .csv, text that begins with = + - or @ has an apostrophe before it, so that spreadsheets do not
            treat it as a formula. The .json has the text as it was written.

            The people who run a portal can restore this archive as a new partnership. Leave the files as they are: one that was changed
            is refused. People are then invited again, and scrutiny bodies are given access again.

            Not included: passwords and anything else that gives access to an account, and the names of files on the server.

            The tables
            """);
        text.AppendLine(string.Join('\n', Described(tables).Select(t => $"    {t.Name,-26} {t.What}")));
        return text.ToString().ReplaceLineEndings("\r\n");
    }

    /// <summary>Lists what the archive has, and what it has not.</summary>
    public static void WriteManifest(Utf8JsonWriter json, ArchiveContent content, IReadOnlyList<ArchiveEntry> entries)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("partnership", content.About.Partnership.Slug);
        json.WriteNumber("number", content.About.Partnership.Id);
        json.WriteString("name", content.About.Partnership.Name);
        json.WriteString("portal", PortalVersion);
        json.WriteString("asAt", content.About.At.UtcDateTime);
        json.WriteString("planAsAt", content.About.Partnership.AsAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("by", content.About.By);
        json.WriteStartArray("files");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("path", entry.Path);
            json.WriteNumber("size", entry.Size);
            json.WriteString("sha256", entry.Sha256);
            if (entry.Rows is { } rows)
            {
                json.WriteNumber("rows", rows);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteGaps(json, content);
        json.WriteEndObject();
    }

    private static void WriteGaps(Utf8JsonWriter json, ArchiveContent content)
    {
        json.WriteStartArray("gaps");
        foreach (var gap in content.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("evidence", gap.ItemId);
            json.WriteNumber("version", gap.Number);
            json.WriteString("fileName", gap.FileName);
            json.WriteString("why", gap.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<(string Name, string What)> Described(IReadOnlyList<ArchiveTable> tables) => tables
        .Select(t => (t.Name, AuditText.Kind(t.Type.Name)))
        .Append(("partnership", "the partnership: name, words, columns, key to ratings"))
        .Append(("people", "names for the user ids"))
        .Append(("scrutiny-bodies", "bodies that have or had access"))
        .OrderBy(t => t.Item1, StringComparer.Ordinal);
}
