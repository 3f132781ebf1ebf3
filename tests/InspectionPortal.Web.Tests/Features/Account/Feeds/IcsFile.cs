using System.Text;

namespace InspectionPortal.Web.Tests.Features.Account.Feeds;

/// <summary>
/// Reads an iCalendar file by the letter of RFC 5545, section 3.1: lines end in CRLF, a line that begins with a blank goes on with the one
/// before, a name may have parameters. It is not the library that wrote the file.
/// </summary>
internal sealed class IcsFile
{
    private const int LongestLine = 75;

    private IcsFile(IReadOnlyDictionary<string, string> properties, IReadOnlyList<IReadOnlyDictionary<string, string>> events) =>
        (Properties, Events) = (properties, events);

    /// <summary>Those of the calendar itself.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>Each event's properties, by name with parameters as written, such as "DTSTART;VALUE=DATE".</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Events { get; }

    /// <summary>Event texts with their first days, such as "20260930 Deadline: 1.1 Title".</summary>
    public IEnumerable<string> Days => Events.Select(e => $"{e["DTSTART;VALUE=DATE"]} {e["SUMMARY"]}");

    public static IcsFile Read(byte[] bytes)
    {
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        var physical = text.Split("\r\n")[..^1];
        Assert.All(physical, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, LongestLine));
        var lines = new List<string>();
        foreach (var line in physical)
        {
            if (line[0] is ' ' or '\t')
            {
                lines[^1] += line[1..];
            }
            else
            {
                lines.Add(line);
            }
        }

        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        return Parse(lines[1..^1]);
    }

    private static IcsFile Parse(IEnumerable<string> lines)
    {
        var calendar = new Dictionary<string, string>(StringComparer.Ordinal);
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? current = null;
        foreach (var line in lines)
        {
            switch (line)
            {
                case "BEGIN:VEVENT":
                    Assert.Null(current);
                    current = new Dictionary<string, string>(StringComparer.Ordinal);
                    break;
                case "END:VEVENT":
                    Assert.NotNull(current);
                    events.Add(current);
                    current = null;
                    break;
                default:
                    var colon = line.IndexOf(':', StringComparison.Ordinal);
                    Assert.True(colon > 0, line);
                    (current ?? calendar).Add(line[..colon], Unescape(line[(colon + 1)..]));
                    break;
            }
        }

        Assert.Null(current);
        return new IcsFile(calendar, events);
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\')
            {
                i++;
                text.Append(value[i] is 'n' or 'N' ? '\n' : value[i]);
            }
            else
            {
                text.Append(value[i]);
            }
        }

        return text.ToString();
    }
}
