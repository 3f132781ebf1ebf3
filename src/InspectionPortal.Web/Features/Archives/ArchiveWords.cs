using System.Globalization;
using System.Text;
using System.Text.Json;
using InspectionPortal.Web.Data.Auditing;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>The two files that explain the others.</summary>
public static class ArchiveWords
{
    public const string ReadMe = "README.txt";
    public const string Manifest = "manifest.json";

    private static readonly string PortalVersion = typeof(ArchiveWords).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";

    /// <summary>Name under which the archive is saved, such as "aberdeen-2026-11-20.zip".</summary>
    public static string FileName(string slug, DateTimeOffset at) => $"{slug}-{at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip";

    /// <summary>What the archive is, in plain words.</summary>
    public static string WriteReadMe(ArchiveAbout about, IReadOnlyList<ArchiveTable> tables)
    {
        var text = new StringBuilder();
        text.AppendLine($"Everything that {about.Partnership.Name} keeps in Inspection Portal {PortalVersion}")
            .AppendLine($"as it was on {about.At.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture)} (UTC)")
            .AppendLine(about.By is null ? "made by whoever runs the portal" : $"made for {about.By}")
            .AppendLine();
        if (about.Partnership.AsAt is { } asAt)
        {
            text.AppendLine($"This is a demonstration: its plan is shown as at {asAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.").AppendLine();
        }

        text.AppendLine(
            """
            tables/     Each kind of thing twice: as .csv for a spreadsheet and as .json with every detail. The rows are the same.
            reports/    What was submitted and published, byte for byte. The SHA-256 that was signed is in tables/submissions and
                        tables/published-reports.
            evidence/   The files, in a folder for each item, each version under its number.
            manifest.json   Every file here with its size, its SHA-256 and, for a table, its number of rows; then the evidence files that
                            are not here, and why.

            A row refers to another by its id: projectId in one table is id in tables/projects. Whoever did something stands by id, with the
            name in tables/people; members are there with their e-mail address, everybody else by name alone.
            Moments are in Coordinated Universal Time. A deadline in the .csv is what was written; the .json says how it was understood.
            In the .csv a text that begins with = + - or @ has an apostrophe before it, so that no spreadsheet takes it for a formula;
            the .json has it as it was written.

            Not in it: passwords and anything else that opens an account, and the names of files on the server's disk.

            The tables
            """);
        foreach (var (name, what) in Described(tables))
        {
            text.AppendLine($"    {name,-26} {what}");
        }

        return text.ToString().ReplaceLineEndings("\r\n");
    }

    /// <summary>Lists what the archive has, and what it has not.</summary>
    public static void WriteManifest(Utf8JsonWriter json, ArchiveContent content, IReadOnlyList<ArchiveEntry> entries)
    {
        json.WriteStartObject();
        json.WriteString("partnership", content.About.Partnership.Slug);
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
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, string What)> Described(IReadOnlyList<ArchiveTable> tables) => tables
        .Select(t => (t.Name, AuditWords.Kind(t.Type.Name)))
        .Append(("partnership", "the partnership itself: name, words, columns, key to ratings"))
        .Append(("people", "who stands behind the ids"))
        .Append(("scrutiny-bodies", "bodies that were given access"))
        .OrderBy(t => t.Item1, StringComparer.Ordinal);
}
