using System.Globalization;
using System.Text;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What the headers of the tus protocol say.</summary>
internal static class UploadHeaders
{
    /// <summary>A number of bytes; null where it is missing or not a number.</summary>
    public static long? Number(IHeaderDictionary headers, string header) =>
        long.TryParse(headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The file's name out of <c>Upload-Metadata: filename YS5wZGY=,…</c>; empty where it cannot be read.</summary>
    public static string FileName(IHeaderDictionary headers)
    {
        const string Key = "filename ";
        var said = headers["Upload-Metadata"].ToString().Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(p => p.StartsWith(Key, StringComparison.Ordinal))?[Key.Length..] ?? string.Empty;
        var bytes = new byte[said.Length];
        return Convert.TryFromBase64String(said, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : string.Empty;
    }
}
